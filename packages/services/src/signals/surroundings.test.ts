import { describeEachDatabase } from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { refreshPublicMap } from './geography/refresh-public-map.ts'
import { categoryAddress, HANDLER, makeSignal, OTHER_HANDLER, openTown, type TestTown } from './test-town.ts'

const email = 'melder@voorbeeld.example'
const lamp = { sub_category: categoryAddress('wegen', 'lantaarnpaal') }
const at = (longitude: number, latitude: number) => ({
  geometrie: { type: 'Point', coordinates: [longitude, latitude] },
})

describeEachDatabase('what stands around a report', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const get = (path: string, as?: string) => town.api.ask('GET', path, { as })

  describe('its history', () => {
    it('tells all, the last first, in words', async () => {
      const id = await makeSignal(town, {}, { as: HANDLER })
      town.clock.advance({ minutes: 5 })
      await town.api.ask('PATCH', `/private/signals/${id}`, {
        body: { status: { state: 'b', text: 'Bezig' } },
      })
      const { body } = await get(`/private/signals/${id}/history`)
      expect(body[0]).toEqual({
        identifier: expect.stringMatching(/^UPDATE_STATUS_\d+$/),
        when: '2026-11-24T11:05:00+01:00',
        what: 'UPDATE_STATUS',
        action: 'Status gewijzigd naar: In behandeling',
        description: 'Bezig',
        who: 'beheerder@waterveste.example',
        _signal: id,
      })
      expect(body.map(({ what }: { what: string }) => what).sort()).toEqual([
        'UPDATE_CATEGORY_ASSIGNMENT',
        'UPDATE_LOCATION',
        'UPDATE_PRIORITY',
        'UPDATE_SLA',
        'UPDATE_STATUS',
        'UPDATE_STATUS',
        'UPDATE_TYPE_ASSIGNMENT',
      ])
      expect((await get(`/private/signals/${id}/history?what=update_status`)).body).toHaveLength(2)
      expect((await get(`/private/signals/${id}/history?what=NIETS`)).body).toEqual([])
      expect(
        (await get(`/private/signals/${id}/history?created_after=2026-11-24T11:01:00`)).body,
      ).toHaveLength(1)
      expect((await get(`/private/signals/${id}/history?created_after=morgen`)).status).toBe(400)
    })
  })

  describe('its parts', () => {
    it('are shown in outline to who sees the whole', async () => {
      const parent = await makeSignal(town)
      const [own, others] = [
        await makeSignal(town, { parent }),
        await makeSignal(town, { parent, category: lamp }),
      ]
      const { body } = await get(`/private/signals/${parent}/children`, HANDLER)
      expect(body.results).toMatchObject([
        { id: own, can_view_signal: true },
        { id: others, can_view_signal: false, category: { sub: 'Lantaarnpaal', departments: 'STW' } },
      ])
      expect((await get(`/private/signals/${own}/children`)).body.detail).toContain('itself is a child')
      expect((await get(`/private/signals/${parent}/children`, OTHER_HANDLER)).status).toBe(403)
      expect((await get('/private/signals/999999/children')).status).toBe(404)
      const detail = (await get(`/private/signals/${parent}`)).body
      expect(detail._links['sia:children']).toHaveLength(2)
      expect((await get(`/private/signals/${own}`)).body._links['sia:parent'].href).toContain(`/${parent}`)
    })

    it('and their whole are listed for who keeps a copy', async () => {
      const parent = await makeSignal(town)
      town.clock.advance({ hours: 1 })
      await makeSignal(town, { parent })
      expect((await get('/private/signals/promoted/parent?after=2026-11-24T10:30:00Z')).body.results).toEqual(
        [{ id: parent }],
      )
      expect((await get('/private/signals/promoted/parent?after=2026-11-24T11:30:00Z')).body.results).toEqual(
        [],
      )
      expect((await get('/private/signals/promoted/parent', OTHER_HANDLER)).body.count).toBe(0)
      expect((await get('/private/signals/promoted/parent?after=x')).status).toBe(400)
    })
  })

  describe('others like it', () => {
    it('are near, of the same kind, and of late', async () => {
      const subject = await makeSignal(town, { location: at(4.85, 52.35) })
      const near = await makeSignal(town, { location: at(4.85, 52.3504) })
      await makeSignal(town, { location: at(4.85, 52.351) })
      await makeSignal(town, { location: at(4.85, 52.35), category: lamp })
      const parent = await makeSignal(town, { location: at(4.85, 52.35) })
      const child = await makeSignal(town, { location: at(4.85, 52.35), parent })
      const { body } = await get(`/private/signals/${subject}/context/near/geography`)
      expect(body.features.map(({ properties }: { properties: { id: number } }) => properties.id)).toEqual([
        near,
        child,
      ])
      expect((await get(`/private/signals/${subject}/context`)).body).toMatchObject({
        near: { signal_count: 2 },
        reporter: null,
      })
      const alone = await makeSignal(town, { location: at(4.9, 52.4) })
      const nothing = await get(`/private/signals/${alone}/context/near/geography`)
      expect([nothing.body.features, nothing.headers['x-total-count']]).toEqual([[], '0'])
      town.clock.advance({ days: 85 })
      expect((await get(`/private/signals/${subject}/context`)).body.near.signal_count).toBe(0)
      expect((await get(`/private/signals/${subject}/context`, OTHER_HANDLER)).status).toBe(404)
    })

    it('are of the same reporter', async () => {
      const first = await makeSignal(town, { reporter: { email } })
      const second = await makeSignal(town, { reporter: { email: email.toUpperCase() }, category: lamp })
      await town.api.ask('PATCH', `/private/signals/${first}`, { body: { status: { state: 'a' } } })
      const { body } = await get(`/private/signals/${first}/context/reporter`, HANDLER)
      const ids = body.results.map(({ id, can_view_signal }: Record<string, unknown>) => [
        id,
        can_view_signal,
      ])
      expect(new Map(ids)).toEqual(
        new Map([
          [first, true],
          [second, false],
        ]),
      )
      expect((await get(`/private/signals/${first}/context`)).body.reporter).toEqual({
        signal_count: 2,
        open_count: 1,
        positive_count: 0,
        negative_count: 0,
      })
      const nameless = await makeSignal(town)
      expect((await get(`/private/signals/${nameless}/context/reporter`)).status).toBe(404)
    })
  })

  it('those that left a category are listed to who sees that category', async () => {
    const id = await makeSignal(town)
    await town.api.ask('PATCH', `/private/signals/${id}`, { body: { category: lamp } })
    const path = '/private/signals/category/removed?category_slug=grofvuil'
    expect((await get(path)).body.results).toEqual([{ id }])
    expect((await get(path, HANDLER)).body.results).toEqual([{ id }])
    expect((await get(path, OTHER_HANDLER)).body.results).toEqual([])
    // The name of a main category is not that of all below it.
    expect((await get('/private/signals/category/removed?category_slug=afval')).body.results).toEqual([])
    expect((await get(`${path}&after=2026-11-25T00:00:00Z`)).body.results).toEqual([])
    expect((await get('/private/signals/category/removed')).body.results).toEqual([])
    expect((await get('/private/signals/category/removed?category_slug=niets')).status).toBe(400)
  })

  describe('the public map', () => {
    const geography = (query: string) =>
      town.api.ask('GET', `/public/signals/geography?${query}`, { as: null })
    const box = 'bbox=4.8,52.3,5,52.4'

    it('shows what was open and public when it was made, and nothing that leads further', async () => {
      const open = await makeSignal(town, { category: lamp, location: at(4.85, 52.35) })
      const closed = await makeSignal(town, { category: lamp })
      await town.api.ask('PATCH', `/private/signals/${closed}`, {
        body: { status: { state: 'o', text: 'x' } },
      })
      await makeSignal(town)
      expect((await geography(box)).body).toEqual({ type: 'FeatureCollection', features: null })
      await refreshPublicMap(town.context)
      expect((await geography(box)).body.features).toEqual([
        {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [4.85, 52.35] },
          properties: {
            category: {
              name: 'Lantaarnpaal kapot',
              slug: 'lantaarnpaal',
              parent: { name: 'Straten en pleinen', slug: 'wegen' },
            },
            created_at: '2026-11-24T10:00:00+00:00',
          },
        },
      ])
      expect((await geography('lon=4.85&lat=52.35')).body.features).toHaveLength(1)
      expect((await geography('lon=4.85&lat=52.36')).body.features).toBeNull()
      expect((await geography('bbox=4.9,52.3,5,52.4')).body.features).toBeNull()
      expect((await geography(`${box}&maincategory_slug=afval`)).body.features).toBeNull()
      await town.context.db.kysely.deleteFrom('signal').where('id', '=', open).execute()
      expect((await geography(box)).body.features).toBeNull()
    })

    it('groups by category and counts the groups', async () => {
      for (let made = 0; made < 3; made++) await makeSignal(town, { category: lamp })
      await refreshPublicMap(town.context)
      expect((await geography(box)).headers['x-total-count']).toBe('3')
      const grouped = await geography(`${box}&group_by=Category`)
      expect([grouped.body.features.length, grouped.headers['x-total-count']]).toEqual([1, '1'])
    })

    it.each([
      '',
      'lon=4.9',
      'bbox=1,2,3',
      'lon=x&lat=1',
      `${box}&category_slug=grofvuil`,
      `${box}&maincategory_slug=zz`,
    ])('refuses %j', async (query) => expect((await geography(query)).status).toBe(400))

    it('is there only where a municipality wishes it', async () => {
      town = await openTown(database, { publicGeography: false, publicMapSignals: false })
      expect((await geography(box)).status).toBe(404)
      expect((await town.api.ask('GET', '/public/map-signals', { as: null })).status).toBe(404)
    })
  })
})
