import {
  createTestContext,
  describeEachDatabase,
  findRightsAnswers,
  type GuardedRequest,
  openStaffApi,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown } from './test-town.ts'

/** What each address asks before it looks for a report; the report of these addresses is not there. */
const REQUESTS: readonly (readonly [GuardedRequest['method'], path: string, ...needs: string[]])[] = [
  ['GET', '/private/signals', 'sia_read'],
  ['GET', '/private/signals/geography', 'sia_read'],
  ['GET', '/private/search', 'sia_read'],
  ['GET', '/private/signals/promoted/parent', 'sia_read'],
  ['GET', '/private/signals/category/removed', 'sia_read'],
  ['POST', '/private/signals', 'sia_write', 'sia_signal_create_initial'],
  ['GET', '/private/signals/999', 'sia_read'],
  ['PATCH', '/private/signals/999', 'sia_read', 'sia_write'],
  ['GET', '/private/signals/999/history', 'sia_read'],
  ['GET', '/private/signals/999/children', 'sia_read'],
  ['GET', '/private/signals/999/pdf', 'sia_read'],
  ['GET', '/private/signals/999/context', 'sia_read'],
  ['GET', '/private/signals/999/context/reporter', 'sia_read'],
  ['GET', '/private/signals/999/context/near/geography', 'sia_read'],
  ['GET', '/private/signals/999/attachments', 'sia_read'],
  ['POST', '/private/signals/999/attachments', 'sia_read', 'sia_write', 'sia_add_attachment'],
  ['GET', '/private/signals/999/attachments/1', 'sia_read'],
  ['PUT', '/private/signals/999/attachments/1', 'sia_read', 'sia_write', 'sia_change_attachment'],
  ['PATCH', '/private/signals/999/attachments/1', 'sia_read', 'sia_write', 'sia_change_attachment'],
  ['DELETE', '/private/signals/999/attachments/1', 'sia_read'],
]

/** What someone answers who may do everything, but not to this report: hidden where that was always so. */
const OF_OTHERS: readonly (readonly [GuardedRequest['method'], path: string, status: number])[] = [
  ['GET', '', 403],
  ['PATCH', '', 403],
  ['GET', '/history', 403],
  ['GET', '/children', 403],
  ['GET', '/pdf', 403],
  ['GET', '/context', 404],
  ['GET', '/context/reporter', 404],
  ['GET', '/context/near/geography', 404],
  ['GET', '/attachments', 403],
  ['GET', '/attachments/1', 403],
  ['PATCH', '/attachments/1', 403],
  ['DELETE', '/attachments/1', 404],
]

describeEachDatabase('rights on reports', (database) => {
  describe('in general', () => {
    beforeEach(() => database.reset())

    it('are asked for at every address, and no others', async () => {
      const { context } = createTestContext(database.municipality)
      const api = await openStaffApi(context)
      const wrong: unknown[] = []
      for (const [method, path, ...needs] of REQUESTS) {
        const answers = await findRightsAnswers(api, context, { method, path, needs })
        const isRight =
          answers.anonymous === 401 &&
          answers.without.every((status) => status === 403) &&
          ![401, 403, 500].includes(answers.with)
        if (!isRight) wrong.push([method, path, answers])
      }
      expect(wrong).toEqual([])
    }, 60_000)
  })

  it('end at the border of the department', async () => {
    const town = await openTown(database)
    const id = await makeSignal(town)
    const answers = []
    for (const [method, path] of OF_OTHERS) {
      const body = method === 'GET' ? undefined : {}
      const { status } = await town.api.ask(method, `/private/signals/${id}${path}`, {
        as: OTHER_HANDLER,
        body,
      })
      answers.push([method, path, status])
    }
    expect(answers).toEqual(OF_OTHERS)
  })

  it('reach to where the report is now, not to where it was', async () => {
    const town = await openTown(database)
    const id = await makeSignal(town)
    const { id: department } = await town.context.db.kysely
      .selectFrom('department')
      .select('id')
      .where('code', '=', 'VTH')
      .executeTakeFirstOrThrow()
    const route = (ids: number[]) =>
      town.api.ask('PATCH', `/private/signals/${id}`, {
        body: { routing_departments: ids.map((one) => ({ id: one })) },
      })
    const see = async () =>
      (await town.api.ask('GET', `/private/signals/${id}`, { as: OTHER_HANDLER })).status
    await route([department])
    expect(await see()).toBe(200)
    await route([])
    expect(await see()).toBe(403)
    expect((await town.api.ask('GET', `/private/signals/${id}`, { as: HANDLER })).status).toBe(200)
  })

  it('hide how to reach the reporter from who need not know', async () => {
    const town = await openTown(database)
    const id = await makeSignal(town, {
      reporter: { email: 'melder@voorbeeld.example', phone: '0612345678' },
    })
    await town.context.db.kysely
      .deleteFrom('user_permission')
      .where('permission_id', 'in', (eb) =>
        eb.selectFrom('permission').select('id').where('codename', '=', 'sia_can_view_contact_details'),
      )
      .execute()
    for (const path of [`/private/signals/${id}`, '/private/signals', '/private/search?q=bankstel']) {
      const { body } = await town.api.ask('GET', path, { as: HANDLER })
      expect((body.results?.[0] ?? body).reporter).toMatchObject({ email: '*****', phone: '*****' })
      expect(JSON.stringify(body)).not.toMatch(/melder@|0612345678/)
    }
  })

  it('are not asked of the public, whose tokens are not looked at', async () => {
    const town = await openTown(database)
    const { status } = await town.api.ask('GET', '/public/signals/00000000-0000-4000-8000-000000000000', {
      as: 'onbekend@elders.example',
    })
    expect(status).toBe(404)
    for (const [method, path] of [
      ['GET', '/public/signals'],
      ['PUT', '/private/signals/1'],
      ['DELETE', '/private/signals/1'],
    ] as const) {
      const answer = await town.api.ask(method, path)
      expect([answer.status, answer.headers.allow]).toEqual([405, expect.stringContaining('OPTIONS')])
    }
  })
})
