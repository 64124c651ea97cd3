import { describeEachDatabase, listHistory } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import {
  categoryAddress,
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  READER,
  type TestTown,
} from '../signals/test-town.ts'
import { runBulkChange } from './run-bulk-change.ts'
import { undoBulkChange } from './undo-bulk-change.ts'

const reporter = { email: 'melder@voorbeeld.example' }
const handled = { status: { state: 'o', text: 'Opgehaald.' } }

describeEachDatabase('a change of many reports', (database) => {
  let town: TestTown
  let ids: number[]

  beforeEach(async () => {
    town = await openTown(database)
    ids = []
    for (const changes of [{ reporter }, { reporter }, {}]) ids.push(await makeSignal(town, changes))
  })

  const ask = (path: string, body: object, as: string = HANDLER) =>
    town.api.ask('POST', `/private/bulk-changes${path}`, { body, as })
  const see = async (id: number, as: string = HANDLER) =>
    town.api.ask('GET', `/private/bulk-changes/${id}`, { as })
  const stateOf = async (id: number) =>
    (await town.api.ask('GET', `/private/signals/${id}`)).body.status.state
  const mailJobs = () => town.jobs.filter(({ name }) => name === 'mail.send')
  const queuedMails = async () =>
    (
      await town.context.db.kysely
        .selectFrom('mail')
        .select('signal_id')
        .where('template_key', '=', 'signal_status_changed_afgehandeld')
        .execute()
    ).length

  async function run(body: object, as: string = HANDLER): Promise<number> {
    const started = await ask('', body, as)
    expect(started.status).toBe(202)
    await runBulkChange(town.context, started.body.id)
    return started.body.id
  }

  it('says beforehand what it comes to, does what can be done, and why the rest could not', async () => {
    await town.api.ask('PATCH', `/private/signals/${ids[0]}`, { body: handled })
    const parent = await makeSignal(town)
    await makeSignal(town, { parent })
    const body = { filter: { category_slug: 'grofvuil' }, changes: handled }
    expect((await ask('/preview', body)).body).toEqual({
      count: 5,
      changing: 3,
      mails: 1,
      colleague_mails: 0,
      refusals: [
        { reason: 'Van Afgehandeld naar Afgehandeld kan niet.', count: 1 },
        { reason: 'Deze melding heeft open deelmeldingen. Sluit die op de melding zelf.', count: 1 },
      ],
    })
    const before = await queuedMails()
    const id = await run(body)
    expect((await see(id)).body).toMatchObject({
      state: 'done',
      counts: { all: 5, waiting: 0, changed: 3, refused: 2 },
      refusals: [
        { signal: ids[0], id_display: `SIG-${ids[0]}` },
        { signal: parent, reason: 'Deze melding heeft open deelmeldingen. Sluit die op de melding zelf.' },
      ],
    })
    expect(await queuedMails()).toBe(before + 1)
    expect(mailJobs().at(-1)?.startAfter).toEqual(new Date('2026-11-24T10:06:00.000Z'))
    await runBulkChange(town.context, id)
    expect((await see(id, OTHER_HANDLER)).status).toBe(404)
  })

  it('says beforehand how many colleagues get a mail of it, which is how many do', async () => {
    const wishes = { notification_on_user_assignment: true, notification_on_department_assignment: true }
    await town.context.db.kysely.updateTable('app_user').set(wishes).execute()
    await town.api.ask('PATCH', `/private/signals/${ids[0]}`, { body: { assigned_user_email: HANDLER } })
    const { id: department } = await town.context.db.kysely
      .selectFrom('department')
      .select('id')
      .where('code', '=', 'AFV')
      .executeTakeFirstOrThrow()
    const toColleagues = async () =>
      (
        await town.context.db.kysely
          .selectFrom('mail')
          .select('id')
          .where('template_key', 'in', ['signal_assigned', 'note_mention'])
          .execute()
      ).length
    for (const changes of [
      { assigned_user_email: HANDLER },
      { routing_departments: [{ id: department }] },
      { notes: [{ text: 'Kijk jij, @kijker en @elders?' }] },
    ]) {
      const body = { signals: ids, changes }
      const { colleague_mails: expected } = (await ask('/preview', body)).body
      const before = await toColleagues()
      await run(body)
      expect([changes, (await toColleagues()) - before]).toEqual([changes, expected])
      expect(expected).toBeGreaterThan(0)
    }
  })

  it('is undone with all that follows from it, but for what was changed since', async () => {
    const lamp = { category: { sub_category: categoryAddress('afval', 'prullenbak') } }
    const changes = { ...handled, ...lamp, priority: { priority: 'high' }, assigned_user_email: HANDLER }
    const id = await run({ signals: ids, changes })
    expect(await queuedMails()).toBe(2)
    await town.api.ask('PATCH', `/private/signals/${ids[1]}`, { body: { notes: [{ text: 'Gezien' }] } })
    expect((await ask(`/${id}/undo`, {})).status).toBe(202)
    expect(await queuedMails()).toBe(1)
    await undoBulkChange(town.context, id)
    expect((await see(id)).body).toMatchObject({
      state: 'undone',
      counts: { undone: 2, kept: 1 },
      refusals: [{ signal: ids[1], reason: 'Deze melding is intussen opnieuw gewijzigd.' }],
    })
    expect([await stateOf(ids[0] ?? 0), await stateOf(ids[1] ?? 0)]).toEqual(['m', 'o'])
    const { body } = await town.api.ask('GET', `/private/signals/${ids[0]}`)
    expect(body).toMatchObject({
      category: { sub_slug: 'grofvuil' },
      priority: { priority: 'normal' },
      assigned_user_email: null,
    })
    expect((await listHistory(town.context, ids[0] ?? 0)).slice(-4)).toEqual([
      'status: m: Ongedaan gemaakt',
      'category',
      'priority',
      'user',
    ])
    expect((await ask(`/${id}/undo`, {})).status).toBe(409)
  })

  it('cannot be undone once its mails go out', async () => {
    const id = await run({ signals: ids, changes: handled })
    town.clock.advance({ minutes: 6 })
    expect(await ask(`/${id}/undo`, {})).toMatchObject({ status: 409 })
  })

  it('reaches what one may see and change, and no more', async () => {
    expect((await ask('', { signals: ids, changes: handled }, READER)).status).toBe(403)
    expect((await ask('', { signals: ids, changes: handled }, OTHER_HANDLER)).status).toBe(400)
    const limited = await run({ signals: ids, changes: { notes: [{ text: 'Gezien' }] } })
    await town.context.db.kysely
      .deleteFrom('user_permission')
      .where('permission_id', 'in', (eb) =>
        eb.selectFrom('permission').select('id').where('codename', '=', 'sia_signal_change_status'),
      )
      .execute()
    expect((await see(limited)).body.counts).toMatchObject({ changed: 3 })
    const refused = await run({ signals: ids, changes: handled })
    expect((await see(refused)).body.counts).toMatchObject({ changed: 0, refused: 3 })
    expect((await ask('', { changes: handled })).status).toBe(400)
    expect((await ask('', { signals: ids, changes: {} })).status).toBe(400)
    expect(
      (await ask('', { signals: ids, changes: { status: { state: 'reaction requested', text: 'x' } } }))
        .status,
    ).toBe(400)
  })
})
