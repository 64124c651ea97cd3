import { describeEachDatabase, listHistory } from '@signalen/testkit'
import { expect, it } from 'vitest'
import { HANDLER, makeSignal, OTHER_HANDLER, openTown, READER } from '../signals/test-town.ts'

describeEachDatabase('the cause of a report', (database) => {
  it('is chosen from the list of the municipality, told, and filtered by', async () => {
    const town = await openTown(database, { causes: ['Vandalisme', 'Slijtage'] })
    const id = await makeSignal(town)
    const set = (cause: unknown, as: string = HANDLER) =>
      town.api.ask('PUT', `/private/signals/${id}/cause`, { body: { cause }, as })
    expect((await town.api.ask('GET', '/private/causes')).body).toEqual({
      choices: ['Vandalisme', 'Slijtage'],
    })
    expect((await set('Vandalisme')).body).toEqual({
      cause: 'Vandalisme',
      choices: ['Vandalisme', 'Slijtage'],
    })
    await set('Vandalisme')
    expect((await listHistory(town.context, id)).filter((line) => line === 'cause')).toHaveLength(1)
    const count = async (query: string) => (await town.api.ask('GET', `/private/signals?${query}`)).body.count
    expect([
      await count('cause=Vandalisme'),
      await count('cause=Slijtage'),
      await count('cause=null'),
    ]).toEqual([1, 0, 0])
    const csv = await town.api.ask('GET', '/private/signals.csv')
    expect(csv.body).toMatch(/Oorzaak[\s\S]*Vandalisme/)
    expect((await set('Bliksem')).status).toBe(400)
    expect((await set(null)).body.cause).toBe(null)
    expect((await set('Slijtage', READER)).status).toBe(403)
    expect((await set('Slijtage', OTHER_HANDLER)).status).toBe(403)
  })
})
