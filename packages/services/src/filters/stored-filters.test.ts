import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'

const OTHER = 'ander@waterveste.example'

describeEachDatabase('own filters', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      categories: [{ slug: 'afval', name: 'Afval', children: [{ slug: 'grof', name: 'Grof' }] }],
      users: [{ email: OTHER }],
    })
    api = await openStaffApi(test.context)
  })

  const FILTER = { name: 'Mijn filter', options: { status: ['m', 'i'], maincategory_slug: ['afval'] } }
  const create = (change: object = {}) =>
    api.ask('POST', '/private/me/filters/', { body: { ...FILTER, ...change } })

  it('are kept with the address of the list that they stand for, newest first', async () => {
    const { status, body } = await create({ refresh: true })
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...FILTER, _display: 'Mijn filter', refresh: true, show_on_overview: false })
    expect(body._links['sia:filter'].href).toBe(
      'http://localhost/signals/v1/private/signals?status=m&status=i&maincategory_slug=afval',
    )
    test.clock.advance({ minutes: 1 })
    await create({ name: 'Nieuwer' })
    const { results } = (await api.ask('GET', '/private/me/filters/')).body
    expect(results.map(({ name }: { name: string }) => name)).toEqual(['Nieuwer', 'Mijn filter'])
  })

  it('can be changed, replaced and removed', async () => {
    const path = `/private/me/filters/${(await create()).body.id}`
    expect((await api.ask('PATCH', path, { body: { name: 'Ander' } })).body).toMatchObject({
      ...FILTER,
      name: 'Ander',
    })
    expect((await api.ask('PUT', path, { body: { name: 'Derde', options: {} } })).body).toMatchObject({
      options: {},
    })
    expect((await api.ask('PUT', path, { body: { name: 'Derde' } })).status).toBe(400)
    expect((await api.ask('DELETE', path)).status).toBe(204)
    expect((await api.ask('GET', path)).status).toBe(404)
  })

  it.each([
    [{ options: undefined }, { non_field_errors: ['No filters specified, "options" object missing.'] }],
    [{ options: ['m'] }, { non_field_errors: ['Expected an object for "options"'] }],
    [
      { options: { kleur: 'rood' } },
      { non_field_errors: ["FilterSet data to store contains unknown filters ['kleur']"] },
    ],
    [
      { options: { status: ['zz'] } },
      { options: { status: ['Selecteer een geldige keuze. zz is geen beschikbare keuze.'] } },
    ],
    [
      { options: { maincategory_slug: ['onbekend'] } },
      {
        options: { maincategory_slug: ['Selecteer een geldige keuze. onbekend is geen beschikbare keuze.'] },
      },
    ],
    [{ name: '' }, { name: ['Dit veld mag niet leeg zijn.'] }],
  ])('refuse %j', async (change, errors) => {
    expect(await create(change)).toMatchObject({ status: 400, body: errors })
    expect((await api.ask('GET', '/private/me/filters')).body.count).toBe(0)
  })

  it("are nobody else's", async () => {
    const path = `/private/me/filters/${(await create()).body.id}`
    expect((await api.ask('GET', '/private/me/filters', { as: OTHER })).body.count).toBe(0)
    for (const method of ['GET', 'PATCH', 'DELETE'] as const) {
      const body = method === 'PATCH' ? { name: 'van mij' } : undefined
      expect(await api.ask(method, path, { as: OTHER, body })).toMatchObject({
        status: 404,
        body: { detail: 'No StoredSignalFilter matches the given query.' },
      })
    }
    expect((await api.ask('GET', path)).body.name).toBe('Mijn filter')
  })

  it('can be shared with a department, whose people see them', async () => {
    const colleague = 'collega@waterveste.example'
    await loadConfiguration(test.context, {
      departments: [{ code: 'AFV', name: 'Afval' }],
      users: [{ email: colleague, departments: ['AFV'] }],
    })
    const { id } = (await create()).body
    const shared = async (as: string) =>
      (await api.ask('GET', '/private/me/shared-filters', { as })).body.results
    const share = (department: string | null, as?: string) =>
      api.ask('PUT', `/private/me/filters/${id}/sharing`, { body: { department }, as })
    expect(await shared(colleague)).toEqual([])
    expect((await share('AFV')).body.results).toMatchObject([{ id, is_own: true }])
    expect(await shared(colleague)).toMatchObject([
      { ...FILTER, id, is_own: false, department: { code: 'AFV', name: 'Afval' } },
    ])
    expect(await shared(OTHER)).toEqual([])
    expect((await share('AFV', colleague)).status).toBe(404)
    expect((await share('XYZ')).status).toBe(400)
    await share(null)
    expect(await shared(colleague)).toEqual([])
  })
})
