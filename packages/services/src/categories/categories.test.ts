import {
  ADMINISTRATOR,
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, describe, expect, it } from 'vitest'
import { findSvgFault } from './check-svg.ts'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z" style="fill:red"/></svg>'

describeEachDatabase('categories and departments', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      departments: [
        { code: 'VOR', name: 'V&OR' },
        { code: 'STW', name: 'Stadswerken', isIntern: false },
      ],
      categories: [
        {
          slug: 'wegen',
          name: 'Wegen',
          publicName: 'Straat',
          children: [
            {
              slug: 'brug',
              name: 'brug',
              handling: 'A3WEC',
              isPublicAccessible: true,
              serviceLevelObjectives: [{ days: 3 }, { days: 5, useCalendarDays: true }],
              departments: [
                { code: 'VOR', isResponsible: true },
                { code: 'STW', isResponsible: true },
              ],
            },
            { slug: 'Put', name: 'Put', isActive: false, departments: [{ code: 'STW' }] },
          ],
        },
        { slug: 'put', name: 'Put' },
      ],
    })
    api = await openStaffApi(test.context)
  })

  const idOf = async (
    table: 'category' | 'department',
    column: 'slug' | 'code',
    value: string,
  ): Promise<number> =>
    (
      await test.context.db.kysely
        .selectFrom(table)
        .select('id')
        .where(column as never, '=', value as never)
        .executeTakeFirstOrThrow()
    ).id
  const pathOf = async (slug: string) => `/private/categories/${await idOf('category', 'slug', slug)}`

  describe('as anyone sees them', () => {
    it('are listed by name, inactive ones too, with those who are responsible', async () => {
      const { body } = await api.ask('GET', '/public/terms/categories', { as: null })
      expect(body.results.map(({ slug }: { slug: string }) => slug)).toEqual(['put', 'wegen'])
      const [put, wegen] = body.results
      expect(put.is_public_accessible).toBe(false)
      expect(wegen).toMatchObject({
        _links: { self: { href: 'http://localhost/signals/v1/public/terms/categories/wegen' } },
        _display: 'Wegen',
        public_name: 'Straat',
        // Since one of the subcategories is.
        is_public_accessible: true,
        configuration: null,
      })
      expect(wegen.sub_categories).toMatchObject([
        { slug: 'Put', is_active: false, departments: [] },
        {
          _links: {
            self: { href: 'http://localhost/signals/v1/public/terms/categories/wegen/sub_categories/brug' },
          },
          _display: 'brug (Wegen)',
          handling: 'A3WEC',
          departments: [
            { code: 'STW', name: 'Stadswerken', is_intern: false },
            { code: 'VOR', name: 'V&OR', is_intern: true },
          ],
        },
      ])
      expect(wegen.sub_categories[1]).not.toHaveProperty('questionnaire')
    })

    it.each([
      ['wegen', 200],
      ['wegen/', 200],
      ['wegen/sub_categories', 200],
      ['wegen/sub_categories/brug', 200],
      ['brug', 404],
      ['put/sub_categories/brug', 404],
      ['bestaat-niet/sub_categories', 404],
      ['%00', 404],
    ])('live at their slugs: %s answers %d', async (path, status) => {
      expect((await api.ask('GET', `/public/terms/categories/${path}`)).status).toBe(status)
    })

    it('tell what they are called in other languages, where that was written', async () => {
      const brug = '/public/terms/categories/wegen/sub_categories/brug'
      expect((await api.ask('GET', brug)).body).not.toHaveProperty('translations')
      const en = { public_name: 'Bridge', handling_message: 'Within 3 days.' }
      const body = { translations: { en: { ...en, name: ' ' }, tr: { public_name: 'Köprü' }, pl: {} } }
      const kept = { en, tr: { public_name: 'Köprü' } }
      expect(await api.ask('PATCH', await pathOf('brug'), { body })).toMatchObject({
        status: 200,
        body: { translations: kept },
      })
      expect((await api.ask('GET', brug, { as: null })).body.translations).toEqual(kept)
      const { body: main } = await api.ask('GET', '/public/terms/categories/wegen', { as: null })
      expect(main.sub_categories[1].translations).toEqual(kept)
      const history = await api.ask('GET', `${await pathOf('brug')}/history`)
      expect(history.body[0].action).toBe('Vertalingen gewijzigd in:\n en, tr')
      const only = { translations: { en } }
      await api.ask('PATCH', await pathOf('brug'), { body: only })
      expect((await api.ask('GET', brug)).body.translations).toEqual(only.translations)
    })

    it('tell of their questionnaire', async () => {
      const questionnaire_uuid = '5f1c6a60-9d7d-4f6c-9d58-0a3c8d6d7a11'
      await test.context.db.kysely
        .updateTable('category')
        .set({ questionnaire_uuid })
        .where('slug', '=', 'brug')
        .execute()
      const { body } = await api.ask('GET', '/public/terms/categories/wegen/sub_categories/brug')
      expect(body.questionnaire).toBe(questionnaire_uuid)
      expect(body._links['sia:questionnaire'].href).toContain(
        `/public/qa/questionnaires/${questionnaire_uuid}`,
      )
    })
  })

  describe('as staff see them', () => {
    it('hold the service level in force and all departments in the order of their linking', async () => {
      const { body } = await api.ask('GET', await pathOf('brug'))
      expect(body).toMatchObject({
        sla: { n_days: 5, use_calendar_days: true },
        departments: [
          { code: 'VOR', is_responsible: true, can_view: true },
          { code: 'STW', is_responsible: true, can_view: true },
        ],
        icon: null,
      })
      expect(body._links).toMatchObject({
        'sia:parent': { public: 'http://localhost/signals/v1/public/terms/categories/wegen' },
        'sia:status-message-templates': {
          href: 'http://localhost/signals/v1/private/terms/categories/wegen/sub_categories/brug/status-message-templates',
        },
      })
      expect((await api.ask('GET', await pathOf('wegen'))).body.sla).toEqual({
        n_days: null,
        use_calendar_days: null,
      })
    })

    it('finds a subcategory before the main category of the same name', async () => {
      const { body } = await api.ask('GET', '/private/categories')
      expect(body.results.map(({ _display }: { _display: string }) => _display)).toEqual([
        'Put (Wegen)',
        'Put',
        'Wegen',
        'brug (Wegen)',
      ])
    })
  })

  describe('changing', () => {
    it('tells afterwards what became something else, and only that', async () => {
      const path = await pathOf('brug')
      const body = {
        name: 'Brug',
        slug: 'anders',
        is_active: 'true',
        description: 'Over het water',
        is_public_accessible: false,
        new_sla: { n_days: '4', use_calendar_days: 'True' },
      }
      const changed = await api.ask('PATCH', path, { body })
      expect(changed.status).toBe(200)
      expect(changed.body).toMatchObject({
        name: 'Brug',
        slug: 'brug',
        sla: { n_days: 4, use_calendar_days: true },
      })
      await api.ask('PATCH', path, { body })
      expect((await api.ask('GET', `${path}/history`)).body).toMatchObject([
        {
          what: 'UPDATED_CATEGORY',
          who: ADMINISTRATOR,
          description: null,
          action:
            'Afhandeltermijn gewijzigd naar:\n 4 weekdagen\nNaam gewijzigd naar:\n Brug\n' +
            'Omschrijving gewijzigd naar:\n Over het water\nOpenbaar tonen gewijzigd naar:\n Uit',
        },
      ])
    })

    it('keeps the earlier service levels', async () => {
      await api.ask('PATCH', await pathOf('brug'), {
        body: { new_sla: { n_days: 5, use_calendar_days: true } },
      })
      await api.ask('PATCH', await pathOf('brug'), {
        body: { new_sla: { n_days: 5, use_calendar_days: false } },
      })
      const { sla } = (await api.ask('PATCH', await pathOf('brug'), { body: { new_sla: { n_days: 6 } } }))
        .body
      expect(sla).toEqual({ n_days: 6, use_calendar_days: false })
      const levels = await test.context.db.kysely
        .selectFrom('service_level_objective')
        .select(['n_days', 'use_calendar_days', 'created_by'])
        .orderBy('id')
        .execute()
      expect(levels.slice(2)).toEqual([
        { n_days: 5, use_calendar_days: false, created_by: ADMINISTRATOR },
        { n_days: 6, use_calendar_days: false, created_by: ADMINISTRATOR },
      ])
    })

    it('is seen at once by everyone', async () => {
      await api.ask('GET', '/public/terms/categories')
      await api.ask('PATCH', await pathOf('wegen'), {
        body: { configuration: { show_children_in_filter: true } },
      })
      expect((await api.ask('GET', '/public/terms/categories/wegen')).body.configuration).toEqual({
        show_children_in_filter: true,
      })
    })

    it.each([
      ['brug', { configuration: { show_children_in_filter: true } }, 'configuration'],
      ['wegen', { configuration: { kleur: 'rood' } }, 'configuration'],
      ['brug', { name: '' }, 'name'],
      ['brug', { name: null }, 'name'],
      ['brug', { name: 'x'.repeat(256) }, 'name'],
      ['brug', { is_active: 'misschien' }, 'is_active'],
      ['brug', { new_sla: { n_days: -1, use_calendar_days: true } }, 'new_sla'],
      ['brug', { new_sla: { n_days: 5, use_calendar_days: 'true' } }, 'new_sla'],
      ['brug', { new_sla: { n_days: 99_999_999_999, use_calendar_days: true } }, 'new_sla'],
      ['brug', { description: 'a\0b' }, 'description'],
    ])('refuses for %s %j and names the field', async (slug, body, field) => {
      const answer = await api.ask('PATCH', await pathOf(slug), { body })
      expect([answer.status, Object.keys(answer.body)]).toEqual([400, [field]])
      expect((await api.ask('GET', `${await pathOf(slug)}/history`)).body).toEqual([])
    })

    it('needs a name and a service level to replace one', async () => {
      const { status, body } = await api.ask('PUT', await pathOf('brug'), { body: {} })
      expect([status, Object.keys(body).sort()]).toEqual([400, ['name', 'new_sla']])
    })

    it('changes a slug only where the municipality allows it', async () => {
      const { context } = createTestContext(database.municipality, {
        settings: { categorySlugEditable: true },
      })
      const free = await openStaffApi(context)
      expect((await free.ask('PATCH', await pathOf('brug'), { body: { slug: 'Put' } })).body).toEqual({
        slug: ['Dit veld moet uniek zijn.'],
      })
      expect((await free.ask('PATCH', await pathOf('brug'), { body: { slug: 'bruggen' } })).body.slug).toBe(
        'bruggen',
      )
    })

    it('makes and removes none', async () => {
      expect((await api.ask('POST', '/private/categories', { body: {} })).status).toBe(405)
      expect((await api.ask('DELETE', await pathOf('brug'))).status).toBe(405)
    })
  })

  describe('the icon', () => {
    const send = async (slug: string, name: string, content: string, method: 'PUT' | 'PATCH' = 'PUT') => {
      const form = new FormData()
      form.set('icon', new Blob([content]), name)
      const request = new Request('http://localhost/', { method: 'POST', body: form })
      const response = await api.app.inject({
        method,
        url: `/signals/v1${await pathOf(slug)}/icon`,
        headers: {
          host: 'localhost',
          authorization: `Bearer ${ADMINISTRATOR}`,
          'content-type': request.headers.get('content-type') ?? '',
        },
        payload: Buffer.from(await request.arrayBuffer()),
      })
      return { status: response.statusCode, body: response.json() }
    }

    it('is served to anyone, stands for the subcategories too, and goes when it is removed', async () => {
      const { status, body } = await send('wegen', 'weg.svg', SVG)
      expect(status).toBe(200)
      const served = await api.app.inject(body.icon)
      expect([served.statusCode, served.body]).toEqual([200, SVG])
      expect(served.headers['content-type']).toBe('image/svg+xml')
      expect(served.headers['content-security-policy']).toContain('sandbox')
      const brug = await api.ask('GET', await pathOf('brug'))
      expect(brug.body).toMatchObject({ icon: null, _links: { 'sia:icon': { href: body.icon } } })

      expect((await api.ask('DELETE', `${await pathOf('wegen')}/icon`)).status).toBe(204)
      expect((await api.app.inject(body.icon)).statusCode).toBe(404)
      expect(test.files.size).toBe(0)
      const history = (await api.ask('GET', `${await pathOf('wegen')}/history`)).body
      expect(history.map(({ action }: { action: string }) => action)).toEqual([
        'Icoon verwijderd',
        'Icoon gewijzigd naar:\n weg.svg',
      ])
    })

    it('takes the place of the one before', async () => {
      await send('wegen', 'weg.svg', SVG)
      await send('wegen', 'weg.png', 'png', 'PATCH')
      expect([...test.files.keys()]).toEqual([expect.stringMatching(/\.png$/)])
    })

    it.each([
      ['weg.svg', '<svg><script>alert(1)</script></svg>'],
      ['weg.svg', ''],
      ['weg.txt', 'tekst'],
      ['weg.svg', 'tekst'],
    ])('may not be %s with "%s"', async (name, content) => {
      const { status, body } = await send('wegen', name, content)
      expect([status, Object.keys(body)]).toEqual([400, ['icon']])
      expect(test.files.size).toBe(0)
    })

    it('must be there to replace one', async () => {
      const path = `${await pathOf('wegen')}/icon`
      expect((await api.ask('PUT', path)).status).toBe(400)
      expect(await api.ask('PATCH', path)).toMatchObject({ status: 200, body: { icon: null } })
      expect((await api.ask('GET', path)).body).toEqual({ icon: null })
    })
  })

  describe('departments', () => {
    it('are listed by name with the names of their active categories', async () => {
      const { body } = await api.ask('GET', '/private/departments')
      expect(body.results).toMatchObject([
        { _display: 'STW (Stadswerken)', category_names: ['brug'], can_direct: false },
        { _display: 'VOR (V&OR)', category_names: ['brug'] },
      ])
      expect((await api.ask('GET', '/private/departments?can_direct=true')).body.count).toBe(0)
    })

    it('replace the whole set of categories, and see what they are responsible for', async () => {
      const path = `/private/departments/${await idOf('department', 'code', 'STW')}`
      const wegen = await idOf('category', 'slug', 'wegen')
      const brug = await idOf('category', 'slug', 'brug')
      const before = (await api.ask('GET', path)).body.categories
      const { body } = await api.ask('PATCH', path, {
        body: {
          categories: [
            { category_id: wegen, is_responsible: true },
            { category_id: brug, can_view: true },
          ],
        },
      })
      expect(body.categories).toMatchObject([
        { id: before[0].id, category: { slug: 'brug' }, is_responsible: false, can_view: true },
        { category: { slug: 'wegen', departments: [{ code: 'STW' }] }, is_responsible: true, can_view: true },
      ])
      expect(
        (await api.ask('GET', '/public/terms/categories/wegen/sub_categories/Put')).body.departments,
      ).toEqual([])
      expect((await api.ask('PATCH', path, { body: { can_direct: true } })).body).toMatchObject({
        can_direct: true,
        categories: [{}, {}],
      })
      expect((await api.ask('PATCH', path, { body: { categories: [] } })).body.categories).toEqual([])
    })

    it('can be made, not removed', async () => {
      const body = { name: 'Nieuw', code: 'NEW' }
      const created = await api.ask('POST', '/private/departments', { body })
      expect(created).toMatchObject({
        status: 201,
        body: { _display: 'NEW (Nieuw)', is_intern: true, categories: [] },
      })
      expect((await api.ask('DELETE', `/private/departments/${created.body.id}`)).status).toBe(405)
      expect(
        (await api.ask('PUT', `/private/departments/${created.body.id}`, { body: { name: 'x' } })).body,
      ).toEqual({
        code: ['Dit veld is vereist.'],
      })
    })

    it.each([
      [{ name: 'Nieuw', code: 'stw' }, { code: ['Dit veld moet uniek zijn.'] }],
      [
        { name: 'Nieuw', code: 'LANG' },
        { code: ['Zorg ervoor dat dit veld niet meer dan 3 karakters bevat.'] },
      ],
      [
        { name: 'Nieuw', code: 'NEW', categories: [{ category_id: 99_999_999_999 }] },
        { categories: [{ category_id: ['Ongeldige pk "99999999999" - object bestaat niet.'] }] },
      ],
    ])('refuse %j', async (body, errors) => {
      expect(await api.ask('POST', '/private/departments', { body })).toMatchObject({
        status: 400,
        body: errors,
      })
    })

    it('cannot be given a category that is not in use', async () => {
      const path = `/private/departments/${await idOf('department', 'code', 'VOR')}`
      const categories = [
        { category_id: await idOf('category', 'slug', 'brug') },
        { category_id: await idOf('category', 'slug', 'Put') },
      ]
      const { status, body } = await api.ask('PATCH', path, { body: { categories } })
      expect([status, body.categories[0], Object.keys(body.categories[1])]).toEqual([
        400,
        {},
        ['category_id'],
      ])
    })
  })
})

describe('a drawing as an icon', () => {
  it.each([
    SVG,
    `<?xml version="1.0"?>\n<!-- gemaakt -->\n${SVG}\n`,
    `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${SVG}`,
    '<svg><use href="#a"/><path fill="url(#b)"/></svg>',
  ])('may be %s', (text) => {
    expect(findSvgFault(Buffer.from(text))).toBeUndefined()
  })

  it.each([
    '<svg onload="x()"></svg>',
    '<svg><a href="javascript:x()">x</a></svg>',
    '<svg><image href="https://elders.example/x.png"/></svg>',
    '<svg><use xlink:href="https://elders.example/x.svg#a"/></svg>',
    '<svg><style>@import "https://elders.example/x.css";</style></svg>',
    '<svg><path style="fill:url(https://elders.example)"/></svg>',
    '<!DOCTYPE svg [<!ENTITY x "y">]><svg></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<svg>',
    '<html></html>',
    `<svg>${' '.repeat(300_000)}</svg>`,
  ])('may not be %.60s', (text) => {
    expect(findSvgFault(Buffer.from(text))).toBeDefined()
  })
})
