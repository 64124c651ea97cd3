import { createTestContext, describeEachDatabase, findRightsAnswers, openStaffApi } from '@signalen/testkit'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { refreshPublicMap } from '../signals/geography/refresh-public-map.ts'
import {
  categoryAddress,
  HANDLER,
  makeSignal,
  OTHER_HANDLER,
  openTown,
  type TestTown,
} from '../signals/test-town.ts'

const lamp = { sub_category: categoryAddress('wegen', 'lantaarnpaal') }
const COUCH = 'Er staat een oud bankstel naast de container'
/** About so many metres north of the place where reports are made here. */
const north = (metres: number) => ({
  geometrie: { type: 'Point', coordinates: [4.85, 52.35 + metres / 111_195] },
})

interface Found {
  readonly id: number
  readonly distance: number
  readonly reason: { readonly nl: string; readonly en: string }
}

describeEachDatabase('what has been reported already', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  async function list(id: number, as?: string): Promise<Found[]> {
    const answer = await town.api.ask('GET', `/private/signals/${id}/duplicates`, { as })
    expect(answer.status).toBe(200)
    return answer.body.results
  }

  const ids = (found: readonly Found[]) => found.map(({ id }) => id)

  describe('by a report', () => {
    it('is found by place, time, category and words, with the reason', async () => {
      const same = await makeSignal(town, { text: 'oude bankstel bij container', location: north(10) })
      const near = await makeSignal(town, { text: 'Grote kast op de hoek', location: north(20) })
      await makeSignal(town, { text: COUCH, location: north(600) })
      await makeSignal(town, { text: 'De lamp is uit', category: lamp, location: north(60) })
      town.clock.advance({ days: 1 })
      const id = await makeSignal(town, { text: COUCH })
      const found = await list(id)
      expect(ids(found)).toEqual([same, near])
      expect(found[0]).toMatchObject({
        id_display: `SIG-${same}`,
        text: 'oude bankstel bij container',
        category: { sub_slug: 'grofvuil' },
        status: { state: 'm', state_display: 'Gemeld' },
        distance: 10,
        reason: {
          nl: '10 meter verderop, een dag ervoor of erna, dezelfde categorie, bijna dezelfde woorden',
        },
      })
    })

    it('is not what has ended, what is long ago, or another part of the same', async () => {
      await makeSignal(town, { text: COUCH })
      town.clock.advance({ days: 200 })
      const ended = await makeSignal(town, { text: COUCH })
      await town.api.ask('PATCH', `/private/signals/${ended}`, {
        body: { status: { state: 'o', text: 'Opgehaald' } },
      })
      const parent = await makeSignal(town, { text: COUCH, location: north(3) })
      const parts = [
        await makeSignal(town, { text: COUCH, parent, location: north(1) }),
        await makeSignal(town, { text: COUCH, parent, location: north(2) }),
      ]
      for (const part of parts) expect(await list(part)).toEqual([])
      const open = await makeSignal(town, { text: COUCH, location: north(4) })
      expect(ids(await list(open)).toSorted()).toEqual([parent, ...parts])
    })

    it('is another category only when the words say so', async () => {
      const other = await makeSignal(town, { text: COUCH, category: lamp })
      const strange = await makeSignal(town, { text: 'De lamp is uit', category: lamp, location: north(30) })
      const id = await makeSignal(town, { text: COUCH })
      expect(ids(await list(id))).toContain(other)
      expect(ids(await list(id))).not.toContain(strange)
    })

    it('is shown to who may see it, of reports that they may see', async () => {
      const hidden = await makeSignal(town, { text: COUCH, category: lamp })
      const id = await makeSignal(town, { text: COUCH })
      expect(ids(await list(id))).toEqual([hidden])
      expect(await list(id, HANDLER)).toEqual([])
      expect(
        (await town.api.ask('GET', `/private/signals/${id}/duplicates`, { as: OTHER_HANDLER })).status,
      ).toBe(403)
      expect((await town.api.ask('GET', '/private/signals/999999/duplicates')).status).toBe(404)
    })

    it('is compared with at most so many, the nearest of them, also at a spot with hundreds', async () => {
      const near = await makeSignal(town, { text: COUCH, location: north(1) })
      const category = await town.context.db.kysely
        .selectFrom('signal')
        .select('category_id')
        .where('id', '=', near)
        .executeTakeFirstOrThrow()
      await buildCrowd(category.category_id)
      const id = await makeSignal(town, { text: COUCH })
      const found = await list(id)
      expect(found).toHaveLength(10)
      expect(found[0]?.id).toBe(near)
    })

    it.each([
      ['one letter three thousand times', 'a'.repeat(3000)],
      ['emoji', '🛋️🛋️🛋️'],
      ['another alphabet', 'диван на улице'],
      ['marks without letters', '...'],
    ])('can be of any text: %s', async (_, text) => {
      const first = await makeSignal(town, { text })
      const id = await makeSignal(town, { text, location: north(1) })
      expect(ids(await list(id))).toEqual([first])
    })
  })

  /** Open reports of one category, all about two hundred metres away. */
  async function buildCrowd(categoryId: number): Promise<void> {
    const now = town.clock.now()
    const table = town.context.db.table('signal')
    await sql`
      insert into ${table} (uuid, created_at, updated_at, incident_date_start, text, status_state,
        status_created_at, geometry, category_id, category_assigned_at, type_created_at)
      select gen_random_uuid(), ${now}, ${now}, ${now}, 'Er staat een oud bankstel naast de container', 'm', ${now},
        public.ST_SetSRID(public.ST_MakePoint(4.85, 52.35 + 0.0005 + 0.000001 * n), 4326), ${categoryId}, ${now}, ${now}
      from generate_series(1, 300) n`.execute(town.context.db.kysely)
  }

  describe('before it is reported again', () => {
    const search = (body: object, as?: string | null) =>
      town.api.ask('POST', '/private/signals/duplicates', { body, as })
    const here = { longitude: 4.85, latitude: 52.35 }

    it('is found for staff who are typing', async () => {
      const id = await makeSignal(town, { text: COUCH })
      const found = await search({
        text: COUCH,
        category_url: categoryAddress('afval', 'grofvuil'),
        location: here,
      })
      expect(found.status).toBe(200)
      expect(ids(found.body.results)).toEqual([id])
      expect(ids((await search({ text: COUCH, location: here })).body.results)).toEqual([id])
      expect((await search({ text: COUCH, location: here }, OTHER_HANDLER)).body.results).toEqual([])
    })

    it('is refused where there is nothing to look for', async () => {
      expect(await search({ text: COUCH, location: { longitude: 0, latitude: 0 } })).toMatchObject({
        status: 400,
      })
      expect(await search({ text: COUCH })).toMatchObject({ status: 400 })
      expect(await search({ text: COUCH, category_url: '/nergens', location: here })).toMatchObject({
        status: 400,
        body: { category_url: ['Ongeldige hyperlink - Geen overeenkomende URL.'] },
      })
    })
  })

  describe('for everyone', () => {
    const nearby = (query: string) => town.api.ask('GET', `/public/signals/nearby?${query}`, { as: null })
    const here = 'lon=4.85&lat=52.35'

    it('is what the public map shows, and no more than where about, what, since when and how it stands', async () => {
      await makeSignal(town, {
        text: 'De lamp bij mevrouw Jansen is uit',
        category: lamp,
        location: north(30),
      })
      await makeSignal(town, { text: COUCH, location: north(5) })
      await makeSignal(town, { text: 'ver weg', category: lamp, location: north(180) })
      expect((await nearby(here)).body.results).toEqual([])
      await refreshPublicMap(town.context)
      const { status, body } = await nearby(here)
      expect(status).toBe(200)
      expect(body.results).toEqual([
        {
          category: {
            name: 'Lantaarnpaal kapot',
            slug: 'lantaarnpaal',
            parent: { name: 'Straten en pleinen', slug: 'wegen' },
          },
          status: { state: 'OPEN', state_display: 'Open' },
          reported_on: '2026-11-24',
          within_metres: 50,
          reference: expect.stringMatching(/^[0-9a-f]{32}$/),
        },
      ])
    })

    it('can be asked of one category', async () => {
      await makeSignal(town, { category: lamp })
      await refreshPublicMap(town.context)
      for (const [category, count] of [
        ['wegen', 1],
        ['wegen/lantaarnpaal', 1],
        ['afval', 0],
        ['afval/grofvuil', 0],
        ['nergens/niets', 0],
      ] as const) {
        expect([category, (await nearby(`${here}&category=${category}`)).body.count]).toEqual([
          category,
          count,
        ])
      }
    })

    it('tells nothing of a report that got a category which is not public', async () => {
      const id = await makeSignal(town, { category: lamp })
      await refreshPublicMap(town.context)
      await town.api.ask('PATCH', `/private/signals/${id}`, {
        body: { category: { sub_category: categoryAddress('afval', 'grofvuil'), text: 'vergist' } },
      })
      expect((await nearby(here)).body.count).toBe(0)
    })

    it.each(['', 'lon=4.85', 'lon=x&lat=y', 'lon=NaN&lat=52', 'lon=Infinity&lat=52', 'lon=0&lat=0'])(
      'needs a place in the municipality: %s',
      async (query) => {
        expect((await nearby(query)).status).toBe(400)
      },
    )

    it('is nothing where the municipality shows no map', async () => {
      town = await openTown(database, { publicGeography: false })
      expect((await nearby(here)).status).toBe(404)
    })
  })

  it('is for who may see reports', async () => {
    const { context } = createTestContext(database.municipality)
    const api = await openStaffApi(context)
    for (const [method, path] of [
      ['GET', '/private/signals/999/duplicates'],
      ['POST', '/private/signals/duplicates'],
    ] as const) {
      const answers = await findRightsAnswers(api, context, { method, path, needs: ['sia_read'] })
      expect(answers).toMatchObject({ anonymous: 401, without: [403] })
      expect([400, 404]).toContain(answers.with)
    }
  })
})
