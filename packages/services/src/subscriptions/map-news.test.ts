import { coarsenPosition } from '@signalen/domain'
import { describeEachDatabase } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { countPublicFigures } from '../figures/count-public-figures.ts'
import { refreshPublicMap } from '../signals/geography/refresh-public-map.ts'
import { categoryAddress, makeSignal, openTown, type TestTown } from '../signals/test-town.ts'
import { tellMapNews } from './tell-map-news.ts'

const WEST = [4.85, 52.35]
const EAST = [4.95, 52.35]

describeEachDatabase('the public map for people', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database, { publicMapMetres: 100 })
  })

  const ask = (path: string, body?: object) =>
    town.api.ask(body ? 'POST' : 'GET', `/public/${path}`, { body, as: null })
  const makeLamp = (coordinates: readonly number[]) =>
    makeSignal(town, {
      category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') },
      location: { geometrie: { type: 'Point', coordinates } },
    })
  const close = (id: number) =>
    town.api.ask('PATCH', `/private/signals/${id}`, { body: { status: { state: 'o', text: 'Klaar' } } })
  const listMails = (template: string) =>
    town.context.db.kysely
      .selectFrom('mail')
      .selectAll()
      .where('template_key', '=', template)
      .orderBy('id')
      .execute()

  async function subscribe(wish: object): Promise<void> {
    await ask('subscriptions', { email: 'buur@voorbeeld.example', ...wish })
    const text = (await listMails('subscription_confirm')).at(-1)?.body_text ?? ''
    const token = /bevestig\/([\w-]{43})/.exec(text)?.[1]
    expect((await ask('subscriptions/confirm', { token })).body).toEqual({ kind: 'map' })
  }

  it('shows what is open and what was solved, roughly where, and nothing that is not public', async () => {
    const position = [4.853_21, 52.351_23] as const
    const id = await makeLamp(position)
    const solved = await makeLamp(EAST)
    await close(solved)
    await makeSignal(town, { location: { geometrie: { type: 'Point', coordinates: WEST } } })
    await refreshPublicMap(town.context)
    const { body, headers } = await ask('map')
    const [longitude, latitude] = coarsenPosition(position, 100)
    expect(headers['cache-control']).toBe('public, max-age=300')
    expect(body.results).toEqual([
      {
        category: { name: 'Lantaarnpaal kapot', slug: 'lantaarnpaal', parent: expect.anything() },
        icon: null,
        reported_on: '2026-11-24',
        solved_on: null,
        longitude,
        latitude,
        reference: expect.stringMatching(/^[0-9a-f]{32}$/),
      },
    ])
    const places = (await ask('signals/geography?bbox=4,52,5,53')).body.features
    expect(places).toMatchObject([{ geometry: { coordinates: [longitude, latitude] } }])
    expect((await ask('map?state=solved')).body.results).toMatchObject([
      { solved_on: '2026-11-24', reference: null },
    ])
    expect((await ask('map?category=afval')).body.count).toBe(0)
    town.clock.advance({ days: 8 })
    expect((await ask('map?days=7')).body.count).toBe(0)
    expect((await ask('map?days=9')).body.count).toBe(1)
    expect((await ask('map?days=x')).status).toBe(400)
    town.clock.advance({ days: 23 })
    await refreshPublicMap(town.context)
    expect((await ask('map?state=solved')).body.count).toBe(0)
    await close(id)
    await refreshPublicMap(town.context)
    expect((await ask('map')).body.count).toBe(0)
  })

  it('mails what is new in an area, weekly or at once, and only what is new', async () => {
    await makeLamp(WEST)
    await refreshPublicMap(town.context)
    await subscribe({ area: { type: 'district', code: 'W' }, category: 'wegen', pace: 'weekly' })
    await subscribe({ pace: 'at once' })
    expect(await tellMapNews(town.context)).toBe(0)
    for (const place of [WEST, EAST]) await makeLamp(place)
    await makeSignal(town, { location: { geometrie: { type: 'Point', coordinates: WEST } } })
    await refreshPublicMap(town.context)
    expect(await tellMapNews(town.context)).toBe(1)
    expect(await tellMapNews(town.context)).toBe(0)
    town.clock.advance({ days: 7 })
    expect(await tellMapNews(town.context)).toBe(1)
    const [whole, west] = await listMails('map_news')
    expect(whole?.body_text).toContain('Er zijn 2 meldingen bij gekomen')
    expect(whole?.signal_id).toBeNull()
    expect(west?.body_text).toContain('nieuwe meldingen over Straten en pleinen in West')
    expect(west?.body_text).toContain('Er is 1 melding bij gekomen')
    expect(west?.body_text).toContain('Lantaarnpaal kapot, gemeld op 24 november')
    expect(west?.body_text).toMatch(/meldingenkaart\?onderwerp=wegen&gebied=district\.W/)
    const token = /stop\/([\w-]{43})/.exec(west?.body_text ?? '')?.[1]
    expect((await ask('subscriptions/stop', { token })).body).toEqual({ kind: 'map' })
    for (const wrong of [{ area: { type: 'district', code: 'X' } }, { category: 'nergens' }]) {
      expect((await ask('subscriptions', { email: 'buur@voorbeeld.example', ...wrong })).status).toBe(400)
    }
  })

  it('has figures without small counts', async () => {
    expect((await ask('figures')).status).toBe(404)
    for (let made = 0; made < 12; made++) {
      const id = await makeLamp(WEST)
      if (made < 3) await close(id)
    }
    await makeSignal(town)
    await countPublicFigures(town.context)
    const { status, body } = await ask('figures')
    expect(status).toBe(200)
    expect(body).toMatchObject({
      from: '2025-11-24',
      until: '2026-11-24',
      total: { reported: 12, solved: null, median_days: null, satisfied_percent: null },
      months: [{ month: '2026-11', reported: 12, solved: null }],
      categories: [{ name: 'Straten en pleinen', slug: 'wegen', reported: 12, solved: null }],
    })
  })
})
