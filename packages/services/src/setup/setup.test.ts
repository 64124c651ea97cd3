import { addUserWith, describeEachDatabase } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('setting up a municipality', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const ask: TestTown['api']['ask'] = (...asked) => town.api.ask(...asked)
  const undone = async () =>
    (await ask('GET', '/private/setup')).body.steps
      .filter(({ is_done: isDone }: { is_done: boolean }) => !isDone)
      .map(({ name }: { name: string }) => name)
  const grofvuil = async () =>
    (await ask('GET', '/private/categories?page_size=100')).body.results.find(
      ({ name }: { name: string }) => name === 'Grofvuil',
    ).id

  it('tells what is still to be done', async () => {
    expect(await undone()).toEqual(['name', 'contact', 'mail', 'map', 'theme', 'test'])
  })

  it('ends with a test report that is followed through mail and handling, and removed', async () => {
    const TEST = '/private/setup/test-report'
    expect((await ask('GET', TEST)).body).toBeNull()
    const { status, body } = await ask('POST', TEST, { body: { category: await grofvuil() } })
    expect({ status, body }).toMatchObject({ status: 201, body: { steps: { made: 'done', routed: 'done' } } })
    expect((await ask('POST', TEST, { body: { category: await grofvuil() } })).status).toBe(409)
    const detail = await ask('GET', `/private/signals/${body.signal_id}`)
    expect(detail.body.text).toMatch(/^TEST/)
    const send = () => town.context.db.kysely.updateTable('mail').set({ state: 'sent' }).execute()
    await send()
    await ask('PATCH', `/private/signals/${body.signal_id}`, {
      body: { status: { state: 'o', text: 'Klaar', send_email: true } },
    })
    expect((await ask('GET', TEST)).body).toMatchObject({
      is_passed: false,
      steps: { mailed: 'done', handled: 'done', told: 'waiting' },
    })
    await send()
    expect((await ask('GET', TEST)).body).toMatchObject({ is_passed: true })
    expect((await ask('DELETE', TEST)).status).toBe(204)
    expect((await ask('GET', TEST)).body).toBeNull()
    expect((await ask('GET', `/private/signals/${body.signal_id}`)).status).toBe(404)
    expect(await undone()).not.toContain('test')
    expect((await ask('DELETE', TEST)).status).toBe(404)
  })

  it('is for who looks after the municipality', async () => {
    const needs = ['sia_read', 'sia_write', 'sia_signal_create_initial', 'change_group']
    const statusesFor = async (permissions: readonly string[], email: string) => {
      const as = await addUserWith(town.context, email, permissions)
      return [
        (await ask('GET', '/private/setup', { as })).status,
        (await ask('POST', '/private/setup/test-report', { as, body: {} })).status,
        (await ask('DELETE', '/private/setup/test-report', { as })).status,
      ]
    }
    expect(await statusesFor(needs, 'alles@waterveste.example')).toEqual([200, 400, 404])
    for (const [index, missing] of needs.entries()) {
      const others = needs.filter((permission) => permission !== missing)
      const [reading, ...writing] = await statusesFor(others, `zonder${index}@waterveste.example`)
      expect([missing, reading, ...writing]).toEqual([
        missing,
        missing === 'sia_read' || missing === 'change_group' ? 403 : 200,
        403,
        403,
      ])
    }
    expect((await ask('GET', '/private/setup', { as: null })).status).toBe(401)
  })
})
