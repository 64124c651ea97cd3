import { describeEachDatabase } from '@signalen/testkit'
import { expect, it } from 'vitest'
import { categoryAddress, HANDLER, makeSignal, OTHER_HANDLER, openTown } from '../signals/test-town.ts'

describeEachDatabase('how work stands', (database) => {
  it('is counted per department, for oneself and by week, of what one may see', async () => {
    const town = await openTown(database)
    town.clock.set('2026-11-10T10:00:00Z')
    const late = await makeSignal(town)
    const ended = await makeSignal(town)
    town.clock.set('2026-11-24T10:00:00Z')
    await makeSignal(town, { category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') } })
    await town.api.ask('PATCH', `/private/signals/${ended}`, {
      body: { status: { state: 'o', text: 'Opgehaald' } },
    })
    await town.api.ask('PATCH', `/private/signals/${late}`, { body: { assigned_user_email: HANDLER } })
    const see = async (as?: string) => (await town.api.ask('GET', '/private/reports/dashboard', { as })).body
    const all = await see()
    expect(all.departments).toEqual([
      { code: 'AFV', name: 'Afval', open: 1, late: 1 },
      { code: 'STW', name: 'Stadswerken', open: 1, late: 0 },
    ])
    expect(all.all).toEqual({ open: 2, late: 1, unassigned: 1 })
    expect(all.weeks).toHaveLength(8)
    expect(all.weeks.at(-1)).toEqual({ start: '2026-11-23', made: 1, ended: 1 })
    expect(all.weeks.at(-3)).toEqual({ start: '2026-11-09', made: 2, ended: 0 })
    expect(await see(HANDLER)).toMatchObject({ all: { open: 1 }, mine: { open: 1, late: 1 } })
    expect(await see(OTHER_HANDLER)).toMatchObject({ departments: [], all: { open: 0 } })
  })
})
