import { describeEachDatabase, findRightsAnswers } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('areas of a file', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const square = (west: number, south: number, size: number) => [
    [west, south],
    [west + size, south],
    [west + size, south + size],
    [west, south + size],
    [west, south],
  ]
  const feature = (code: string, name: string, ring: number[][]) => ({
    type: 'Feature',
    properties: { WK_CODE: code, WK_NAAM: name },
    geometry: { type: 'Polygon', coordinates: [ring] },
  })
  const bring = (features: object[], changes: object = {}) =>
    town.api.ask('POST', '/private/areas/import', {
      body: {
        type: 'district',
        features,
        name_field: 'WK_NAAM',
        code_field: 'WK_CODE',
        dry_run: false,
        ...changes,
      },
    })
  const outcomesOf = (answer: { body: { areas: { code: string; outcome: string }[] } }) =>
    answer.body.areas.map(({ code, outcome }) => `${code} ${outcome}`)
  const listNames = async () =>
    (await town.api.ask('GET', '/private/areas')).body.results.map(({ name }: { name: string }) => name)

  const FILE = [feature('N', 'Noord', square(4.8, 52.4, 0.1)), feature('W', 'West', square(4.7, 52.3, 0.1))]

  it('come in as new or changed, and a second time as the same', async () => {
    const dry = await bring(FILE, { dry_run: true })
    expect(outcomesOf(dry)).toEqual(['N new', 'W changed'])
    expect(dry.body).toMatchObject({ untouched: ['O'], is_stored: false })
    expect(await listNames()).toEqual(['Oost', 'West'])

    expect((await bring(FILE)).body.is_stored).toBe(true)
    expect(await listNames()).toEqual(['Noord', 'Oost', 'West'])
    expect(outcomesOf(await bring(FILE))).toEqual(['N same', 'W same'])
    const account = await town.context.db.kysely
      .selectFrom('audit_log')
      .select(['action', 'object_id', 'detail'])
      .where('action', '=', 'areas.imported')
      .orderBy('id')
      .executeTakeFirst()
    expect(account).toEqual({
      action: 'areas.imported',
      object_id: 'district',
      detail: { new: 1, changed: 1 },
    })
  })

  it('stay out, all of them, when one is wrong, each with its reason', async () => {
    const bow = [
      [4.8, 52.4],
      [4.9, 52.5],
      [4.9, 52.4],
      [4.8, 52.5],
      [4.8, 52.4],
    ]
    const { body } = await bring([
      ...FILE,
      feature('B', 'Strik', bow),
      feature('', 'Zonder code', square(4, 52, 1)),
      { type: 'Feature', properties: null, geometry: null },
    ])
    expect(body.is_stored).toBe(false)
    expect(body.areas.slice(2).map(({ reason }: { reason: string }) => reason)).toEqual([
      expect.stringContaining('De vorm klopt niet: Self-intersection'),
      'Bij "WK_CODE" staat niets.',
      'Bij "WK_CODE" staat niets.',
    ])
    expect(await listNames()).toEqual(['Oost', 'West'])
    expect((await bring([])).status).toBe(400)
    expect((await bring(FILE, { type: 'nergens' })).status).toBe(400)
  })

  it('are brought in by who may add areas', async () => {
    const answers = await findRightsAnswers(town.api, town.context, {
      method: 'POST',
      path: '/private/areas/import',
      needs: ['sia_write', 'sia_area_write'],
    })
    expect(answers).toEqual({ anonymous: 401, without: [403, 403], with: 400 })
  })
})
