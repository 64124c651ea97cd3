import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { countSlips, isNearlySame } from './similar-words.ts'

describeEachDatabase('standard texts', (database) => {
  let test: TestContext
  let api: StaffApi
  let bridgeId: number
  let lampId: number

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      categories: [
        {
          slug: 'wegen',
          name: 'Wegen',
          children: [
            { slug: 'brug', name: 'Brug' },
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

  const TEXT = { title: 'Opgelost', text: 'Wij hebben de brug hersteld.', state: 'o' }
  async function create(change: object = {}): Promise<number> {
    test.clock.advance({ minutes: 1 })
    const { status, body } = await api.ask('POST', '/private/status-messages/', {
      body: { ...TEXT, ...change },
    })
    expect(status).toBe(201)
    return body.id
  }
  const titlesOf = async (query: string) =>
    (await api.ask('GET', `/private/status-messages?${query}`)).body.results?.map(
      ({ title }: { title: string }) => title,
    )

  it('tell of a wrong value under its name, whatever forms there are', async () => {
    const wrong = { state: ['Selecteer een geldige keuze. zz is geen beschikbare keuze.'] }
    for (const query of ['?state=zz', '?state=o&state=zz', '/search?state=zz'])
      expect(await api.ask('GET', `/private/status-messages${query}`)).toMatchObject({
        status: 400,
        body: wrong,
      })
    const place = (body: object) => api.ask('POST', `/private/status-messages/category/${bridgeId}`, { body })
    const required = ['Dit veld is vereist.']
    expect((await place({})).body).toEqual({ status_message: required, position: required })
    expect((await place([{}])).body).toEqual([{ status_message: required, position: required }])
    expect((await place({ status_message: 0, position: 0 })).body).toEqual({
      status_message: ['Zorg ervoor dat deze waarde groter is dan of gelijk is aan 1.'],
    })
  })

  it('are made, changed and removed', async () => {
    const id = await create({ categories: [bridgeId, bridgeId] })
    const path = `/private/status-messages/${id}`
    const made = (await api.ask('GET', path)).body
    expect(made).toMatchObject({ ...TEXT, active: false, categories: [bridgeId] })
    test.clock.advance({ hours: 1 })
    const changed = (await api.ask('PATCH', path, { body: { active: true, categories: [lampId] } })).body
    expect(changed).toMatchObject({ active: true, categories: [lampId], created_at: made.created_at })
    expect(changed.updated_at > made.updated_at).toBe(true)
    expect((await api.ask('PUT', path, { body: { title: 'x' } })).body).toEqual({
      text: ['Dit veld is vereist.'],
      state: ['Dit veld is vereist.'],
    })
    expect((await api.ask('PUT', path, { body: { ...TEXT, title: 'x' } })).body.title).toBe('x')
    expect((await api.ask('DELETE', path)).status).toBe(204)
    for (const method of ['GET', 'DELETE'] as const) expect((await api.ask(method, path)).status).toBe(404)
  })

  it.each([
    [{ title: '' }, 'title'],
    [{ state: 'zz' }, 'state'],
    [{ text: null }, 'text'],
    [{ categories: [404_404] }, 'categories'],
    [{ active: 'x' }, 'active'],
  ])('refuse %j', async (change, field) => {
    const { status, body } = await api.ask('POST', '/private/status-messages', {
      body: { ...TEXT, ...change },
    })
    expect([status, Object.keys(body)]).toEqual([400, [field]])
    expect((await api.ask('GET', '/private/status-messages')).body.count).toBe(0)
  })

  describe('in a list', () => {
    beforeEach(async () => {
      await create({ title: 'a', active: true, categories: [bridgeId, lampId] })
      await create({ title: 'b', state: 'i', categories: [bridgeId] })
      await create({ title: 'c' })
    })

    const place = async (body: unknown) =>
      api.ask('POST', `/private/status-messages/category/${bridgeId}/`, { body: body as object })
    const idOf = async (title: string) =>
      (await api.ask('GET', '/private/status-messages')).body.results.find(
        (row: { title: string }) => row.title === title,
      ).id

    it.each([
      ['', ['c', 'b', 'a']],
      ['active=true', ['a']],
      ['state=i&state=o', ['c', 'b', 'a']],
      ['state=i', ['b']],
      ['ordering=created_at', ['a', 'b', 'c']],
      ['ordering=-updated_at', ['c', 'b', 'a']],
      ['ordering=onzin', ['c', 'b', 'a']],
      ['page_size=2&page=2', ['a']],
    ])('are chosen by "%s"', async (query, titles) => {
      expect(await titlesOf(query)).toEqual(titles)
    })

    it.each(['state=zz', 'category_id=x', 'category_id=99999999999', 'category_id=1.5', 'active=x'])(
      'refuse %s',
      async (query) => {
        const { status, body } = await api.ask('GET', `/private/status-messages?${query}`)
        expect([status, Object.keys(body)]).toEqual([400, [query.split('=')[0]]])
      },
    )

    it('stand in the places that they have in a category', async () => {
      const positions = [
        { status_message: await idOf('c'), position: 0 },
        { status_message: await idOf('b'), position: 1 },
        { status_message: await idOf('a'), position: 2 },
      ]
      expect(await place(positions)).toMatchObject({ status: 201, body: positions })
      const query = `category_id=${bridgeId}&ordering=statusmessagecategory__position`
      expect(await titlesOf(query)).toEqual(['c', 'b', 'a'])
      const [first] = positions
      expect(await place({ ...first, position: 9 })).toMatchObject({ status: 201, body: { position: 9 } })
      expect(await titlesOf(query)).toEqual(['b', 'a', 'c'])
    })

    it('are put in no place that cannot be', async () => {
      const id = await idOf('a')
      const wrong: [unknown, unknown][] = [
        [
          { status_message: 404, position: 1 },
          { status_message: ['Status message with id 404 does not exist.'] },
        ],
        [
          [
            { status_message: id, position: 1 },
            { status_message: id, position: 2 },
          ],
          { non_field_errors: ['Duplicate status messages in request.'] },
        ],
        [
          [
            { status_message: id, position: 1 },
            { status_message: await idOf('b'), position: 1 },
          ],
          { non_field_errors: ['Duplicate positions in request.'] },
        ],
        [
          [
            { status_message: id, position: 1 },
            { status_message: 404, position: 2 },
          ],
          [{}, { status_message: ['Status message with id 404 does not exist.'] }],
        ],
      ]
      for (const [body, errors] of wrong)
        expect(await place(body)).toMatchObject({ status: 400, body: errors })
      expect((await place({ status_message: id, position: -1 })).status).toBe(400)
      const elsewhere = await api.ask('POST', '/private/status-messages/category/404', {
        body: { status_message: id, position: 1 },
      })
      expect(elsewhere.body).toEqual({ non_field_errors: ['Category with id 404 does not exist.'] })
      expect((await api.ask('GET', `/private/status-messages/category/${bridgeId}`)).status).toBe(405)
    })
  })

  describe('by their words', () => {
    beforeEach(async () => {
      await create({
        title: 'Brug hersteld',
        text: 'De <b>bruggen</b> zijn weer open & veilig.',
        active: true,
      })
      await create({ title: 'Lamp', text: 'De lantaarnpaal brandt weer.', state: 'o' })
      await create({ title: 'Bezig', text: 'Wij zijn bezig met de lantaarnpalen.', state: 'i', active: true })
    })

    const search = async (query: string) =>
      (await api.ask('GET', `/private/status-messages/search?${query}`)).body
    const found = async (query: string) =>
      (await search(query)).results.map(({ title }: { title: string }) => title)

    it.each([
      ['q=brug', ['Brug hersteld']],
      // In another form, and with a slip of the pen.
      ['q=lantaarnpalen', ['Lamp', 'Bezig']],
      ['q=lantarnpaal', ['Lamp', 'Bezig']],
      ['q=bezig&state=i', ['Bezig']],
      ['q=bezig&active=false', []],
      ['q=onvindbaar', []],
      ['q=de', []],
      ['q=%27%20%7C%20%26%20%5C', []],
      ['q=&active=true', ['Brug hersteld', 'Bezig']],
      ['page_size=2&page=2', ['Bezig']],
      ['page=9', []],
    ])('are found by %s', async (query, titles) => {
      expect((await found(query)).sort()).toEqual([...titles].sort())
    })

    it('show what was found, safe to put on a page', async () => {
      const [{ meta }] = (await search('q=brug')).results
      expect(meta.highlight).toEqual({
        title: ['<em>Brug</em> hersteld'],
        text: ['<em>bruggen</em>  zijn weer open &amp; veilig'],
      })
      expect((await search('')).results[0].meta.highlight).toEqual({ title: [], text: [] })
    })

    it('count what there would be with another choice', async () => {
      const { count, facets } = await search('q=lantaarnpaal&state=o')
      expect(count).toBe(1)
      expect(facets).toEqual({
        state: [
          { term: 'i', count: 1, active: false },
          { term: 'o', count: 1, active: true },
        ],
        active: [
          { term: false, count: 1, active: false },
          { term: true, count: 0, active: false },
        ],
      })
      expect((await search('q=onvindbaar')).facets.state).toEqual([
        { term: 'i', count: 0, active: false },
        { term: 'o', count: 0, active: false },
      ])
    })

    it('have no page before the first', async () => {
      expect((await api.ask('GET', '/private/status-messages/search?page=0')).status).toBe(404)
    })
  })

  describe('of the first generation', () => {
    const PATH = '/private/terms/categories/wegen/sub_categories/brug/status-message-templates'
    const texts = (...titles: string[]) =>
      titles.map((title) => ({ title, text: `Tekst ${title}`, is_active: true }))

    it('are replaced state by state, and stand in the order of the states', async () => {
      const first = [
        { state: 'o', templates: texts('b', 'a') },
        { state: 'm', templates: texts('c') },
      ]
      expect(await api.ask('POST', PATH, { body: first })).toMatchObject({
        status: 200,
        body: [first[1], first[0]],
      })
      expect((await api.ask('POST', PATH, { body: [{ state: 'o', templates: [{}] }] })).body).toEqual([
        first[1],
        { state: 'o', templates: [{ title: null, text: null, is_active: false }] },
      ])
      expect((await api.ask('POST', PATH, { body: [{ state: 'o', templates: [] }] })).body).toEqual([
        first[1],
      ])
      expect((await api.ask('GET', PATH.replace('/sub_categories/brug', ''))).body).toEqual([])
    })

    it('are at most twenty for a state', async () => {
      const templates = texts(...Array.from({ length: 21 }, (_, index) => `t${index}`))
      expect(await api.ask('POST', PATH, { body: [{ state: 'o', templates }] })).toMatchObject({
        status: 400,
        body: ['Only 20 StatusMessageTemplate instances allowed per Category/State combination'],
      })
      expect((await api.ask('GET', PATH)).body).toEqual([])
    })

    it('are refused when they lack what they need', async () => {
      expect((await api.ask('POST', PATH, { body: [{ templates: [] }] })).body).toEqual([
        { state: ['Dit veld is vereist.'] },
      ])
      expect((await api.ask('POST', PATH, { body: [{ state: 'o' }] })).status).toBe(400)
      expect((await api.ask('POST', PATH, { body: {} })).status).toBe(400)
      expect((await api.ask('GET', PATH.replace('brug', 'weg'))).status).toBe(404)
    })
  })
})

describe('words that are nearly the same', () => {
  it.each([
    ['brug', 'brug', true],
    ['brgu', 'brug', true],
    ['brig', 'brug', true],
    ['brig', 'braag', false],
    ['op', 'om', false],
    ['lantarnpal', 'lantaarnpal', true],
    ['lntarnpal', 'lantaarnpal', true],
    ['lntrnpl', 'lantaarnpal', false],
  ])('%s and %s: %s', (asked, word, same) => {
    expect(isNearlySame(asked, word)).toBe(same)
  })

  it('are as far from each other as each from the other, and never further than their length', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (left, right) => {
        const slips = countSlips(left, right)
        expect(countSlips(right, left)).toBe(slips)
        expect(slips === 0).toBe(left === right)
        expect(slips).toBeLessThanOrEqual(Math.max(left.length, right.length))
      }),
    )
  })
})
