import { describeEachDatabase, listHistory } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown, READER, type TestTown } from '../signals/test-town.ts'

const email = 'melder@voorbeeld.example'

describeEachDatabase('reports that belong together', (database) => {
  let town: TestTown
  let first: number
  let second: number

  beforeEach(async () => {
    town = await openTown(database)
    first = await makeSignal(town, { reporter: { email: 'eerste@voorbeeld.example' } })
    second = await makeSignal(town, { reporter: { email } })
  })

  const relate = (id: number, body: object, as: string = HANDLER) =>
    town.api.ask('POST', `/private/signals/${id}/relations`, { body, as })
  const unrelate = (id: number, other: number, as: string = HANDLER) =>
    town.api.ask('DELETE', `/private/signals/${id}/relations/${other}`, { as })
  const list = async (id: number, as: string = HANDLER) =>
    (await town.api.ask('GET', `/private/signals/${id}/relations`, { as })).body.results
  const stateOf = async (id: number) =>
    (await town.api.ask('GET', `/private/signals/${id}`)).body.status.state
  const mailsTo = (to: string) =>
    town.context.db.kysely
      .selectFrom('mail')
      .select(['template_key', 'signal_id', 'body_text'])
      .where('recipient', '=', to)
      .where('template_key', '<>', 'signal_created')
      .orderBy('id')
      .execute()

  it('are bundled: the duplicate is closed, its reporter hears why, and then what the other one hears', async () => {
    const made = await relate(second, { kind: 'duplicate_of', signal: first, text: 'U was niet de enige.' })
    expect(made.status).toBe(201)
    expect(made.body.results).toMatchObject([
      { kind: 'duplicate_of', created_by: HANDLER, signal: { id: first, can_view_signal: true } },
    ])
    expect(await list(first)).toMatchObject([{ kind: 'duplicate', signal: { id: second } }])
    expect(await stateOf(second)).toBe('a')
    expect((await listHistory(town.context, second)).slice(-1)).toEqual(['relation'])
    expect((await listHistory(town.context, first)).slice(-1)).toEqual(['relation'])
    expect(await mailsTo(email)).toMatchObject([{ template_key: 'signal_status_changed_optional' }])

    const handled = { status: { state: 'o', text: 'Het bankstel is opgehaald.' } }
    expect((await town.api.ask('PATCH', `/private/signals/${first}`, { body: handled })).status).toBe(200)
    const mails = await mailsTo(email)
    expect(mails).toHaveLength(2)
    expect(mails[1]).toMatchObject({ signal_id: second })
    expect(mails[1]?.body_text).toContain('Het bankstel is opgehaald.')
  })

  it('are set apart again as they were, without a mail', async () => {
    await relate(second, { kind: 'duplicate_of', signal: first })
    expect(await stateOf(second)).toBe('a')
    expect((await unrelate(first, second)).body.results).toEqual([])
    expect(await stateOf(second)).toBe('m')
    expect((await unrelate(first, second)).status).toBe(404)
    await relate(second, { kind: 'duplicate_of', signal: first })
    await town.api.ask('PATCH', `/private/signals/${second}`, {
      body: { status: { state: 'b', text: 'Toch' } },
    })
    await unrelate(second, first)
    expect(await stateOf(second)).toBe('b')
    expect(await mailsTo(email)).toEqual([])
  })

  it('may be linked, once, and not in circles', async () => {
    const third = await makeSignal(town)
    expect((await relate(first, { kind: 'linked', signal: second })).status).toBe(201)
    expect(await list(second)).toMatchObject([{ kind: 'linked', signal: { id: first } }])
    expect(await relate(second, { kind: 'duplicate_of', signal: first })).toMatchObject({ status: 409 })
    expect(await relate(first, { kind: 'linked', signal: first })).toMatchObject({ status: 409 })
    expect(await relate(first, { kind: 'linked', signal: 999_999 })).toMatchObject({ status: 400 })
    await relate(third, { kind: 'duplicate_of', signal: first })
    expect(await relate(first, { kind: 'duplicate_of', signal: third })).toMatchObject({ status: 409 })
    expect(await relate(second, { kind: 'duplicate_of', signal: third })).toMatchObject({
      status: 409,
      body: { detail: 'De andere melding is zelf dubbel. Kies de melding waar die dubbel mee is.' },
    })
  })

  it('are for who may change both', async () => {
    const body = { kind: 'linked', signal: first }
    expect((await relate(second, body, READER)).status).toBe(403)
    expect((await relate(second, body, OTHER_HANDLER)).status).toBe(403)
    await relate(second, body)
    expect(await list(second, READER)).toHaveLength(1)
    expect((await unrelate(second, first, READER)).status).toBe(403)
    const answer = await town.api.ask('GET', `/private/signals/${second}/relations`, { as: OTHER_HANDLER })
    expect(answer.status).toBe(403)
  })
})
