import {
  addUserWith,
  buildSignal,
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'

const READER = 'lezer@waterveste.example'

describeEachDatabase('counts of reports', (database) => {
  let test: TestContext
  let api: StaffApi
  let bridgeId: number
  let lampId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      departments: [
        { code: 'STW', name: 'Stadswerken' },
        { code: 'AFV', name: 'Afval' },
      ],
      categories: [
        {
          slug: 'wegen',
          name: 'Wegen',
          children: [
            {
              slug: 'brug',
              name: 'Brug',
              departments: [
                { code: 'STW', isResponsible: true },
                { code: 'AFV', isResponsible: true },
              ],
            },
            { slug: 'lamp', name: 'Lamp' },
          ],
        },
      ],
    })
    api = await openStaffApi(test.context)
    const { results } = (await api.ask('GET', '/private/categories')).body
    const idOf = (slug: string) => results.find((row: { slug: string }) => row.slug === slug).id
    bridgeId = idOf('brug')
    lampId = idOf('lamp')
  })

  const DAY = 86_400_000
  const daysAgo = (days: number) => new Date(test.clock.now().getTime() - days * DAY)
  const build = (categoryId: number, state: string, days: { created?: number; status?: number } = {}) =>
    buildSignal(test.context, {
      categoryId,
      state,
      createdAt: daysAgo(days.created ?? 1),
      statusCreatedAt: daysAgo(days.status ?? 1),
    })
  const setDeadline = async (id: number, days: number) =>
    test.context.db.kysely
      .updateTable('signal')
      .set({ deadline_factor_3: daysAgo(days) })
      .where('id', '=', id)
      .execute()
  const report = async (path: string, as?: string) =>
    (await api.ask('GET', `/private/reports/signals/${path}`, { as })).body

  it('tells of open ones that are much too late, by category and most first', async () => {
    for (const state of ['m', 'b']) await setDeadline(await build(bridgeId, state), 1)
    await setDeadline(await build(lampId, 'i'), 1)
    await setDeadline(await build(lampId, 'o'), 1)
    await setDeadline(await build(lampId, 'm'), -1)
    await build(lampId, 'm')
    expect(await report('open')).toEqual({
      total_signal_count: 3,
      results: [
        { category: { name: 'Brug', departments: ['AFV', 'STW'] }, signal_count: 2 },
        { category: { name: 'Lamp', departments: [] }, signal_count: 1 },
      ],
    })
  })

  it('tells of those that reporters asked to have reopened, by when they asked', async () => {
    await build(bridgeId, 'reopen requested', { created: 40, status: 2 })
    await build(bridgeId, 'reopen requested', { created: 3, status: 20 })
    await build(bridgeId, 'm')
    expect((await report('reopen-requested')).total_signal_count).toBe(2)
    const since = daysAgo(5).toISOString()
    expect((await report(`reopen-requested?start=${since}`)).total_signal_count).toBe(1)
    expect((await report(`reopen-requested?end=${since}`)).total_signal_count).toBe(1)
    expect((await report(`reopen-requested?start=${since}&end=${since}`)).total_signal_count).toBe(0)
    expect(await api.ask('GET', '/private/reports/signals/open?start=gisteren')).toMatchObject({
      status: 400,
      body: { start: ['Voer een geldige datum/tijd in.'] },
    })
  })

  it('counts only what one may see', async () => {
    for (const id of [bridgeId, lampId]) await setDeadline(await build(id, 'm'), 1)
    await addUserWith(test.context, READER, ['sia_read'])
    expect((await report('open', READER)).total_signal_count).toBe(0)
    await loadConfiguration(test.context, { users: [{ email: READER, departments: ['STW'] }] })
    expect((await report('open', READER)).results).toMatchObject([{ category: { name: 'Brug' } }])
  })
})
