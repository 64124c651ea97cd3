import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'

describeEachDatabase('roles and permissions', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, {
      roles: [
        { name: 'lezer', permissions: ['sia_read'] },
        { name: 'Beheerder', permissions: ['sia_write', 'add_user', 'sia_read'] },
      ],
    })
    api = await openStaffApi(test.context)
  })

  const permissionId = async (codename: string): Promise<number> => {
    const { body } = await api.ask('GET', '/private/permissions/')
    return body.results.find((row: { codename: string }) => row.codename === codename).id
  }

  it('are listed by name, with their permissions in the order of the catalogue', async () => {
    const { body } = await api.ask('GET', '/private/roles/')
    expect(body.results.map(({ name }: { name: string }) => name)).toEqual(['Beheerder', 'lezer'])
    expect(body.results[0].permissions.map(({ codename }: { codename: string }) => codename)).toEqual([
      'add_user',
      'sia_read',
      'sia_write',
    ])
  })

  it('shows the permissions that a role can be given', async () => {
    const { body } = await api.ask('GET', '/private/permissions/')
    expect(body.count).toBe(31)
    expect(body.results[0]).toMatchObject({ _display: 'signals | Gebied | Kan gebieden schrijven.' })
    expect(body.results.some(({ codename }: { codename: string }) => codename === 'add_user')).toBe(false)
    const one = await api.ask('GET', `/private/permissions/${body.results[0].id}`)
    expect(one.body).toEqual(body.results[0])
    expect((await api.ask('GET', '/private/permissions/99999')).status).toBe(404)
  })

  it('can be made, changed and removed', async () => {
    const read = await permissionId('sia_read')
    const created = await api.ask('POST', '/private/roles/', {
      body: { name: 'Nieuw', permission_ids: [read, read] },
    })
    expect(created).toMatchObject({
      status: 201,
      body: { name: 'Nieuw', permissions: [{ codename: 'sia_read' }] },
    })
    const path = `/private/roles/${created.body.id}`
    expect((await api.ask('PATCH', path, { body: { name: 'Ander' } })).body).toMatchObject({
      name: 'Ander',
      permissions: [{ codename: 'sia_read' }],
    })
    expect((await api.ask('PUT', path, { body: { name: 'Leeg', permission_ids: [] } })).body).toMatchObject({
      name: 'Leeg',
      permissions: [],
    })
    expect((await api.ask('DELETE', path)).status).toBe(204)
    expect((await api.ask('GET', path)).status).toBe(404)
    expect((await api.ask('DELETE', path)).status).toBe(404)
  })

  it('keeps permissions that the list does not offer when the others are replaced', async () => {
    const [administrator] = (await api.ask('GET', '/private/roles/')).body.results
    const { body } = await api.ask('PATCH', `/private/roles/${administrator.id}`, {
      body: { permission_ids: [await permissionId('sia_split')] },
    })
    expect(body.permissions.map(({ codename }: { codename: string }) => codename)).toEqual([
      'add_user',
      'sia_split',
    ])
  })

  it.each([
    [{}, { name: ['Dit veld is vereist.'] }],
    [{ name: ' ' }, { name: ['Dit veld mag niet leeg zijn.'] }],
    [{ name: 'x'.repeat(151) }, { name: ['Zorg ervoor dat dit veld niet meer dan 150 karakters bevat.'] }],
    [{ name: 'lezer' }, { name: ['Dit veld moet uniek zijn.'] }],
    [
      { name: 'Nieuw', permission_ids: [404_404] },
      { permission_ids: ['Ongeldige pk "404404" - object bestaat niet.'] },
    ],
    [
      { name: 'Nieuw', permission_ids: 'alles' },
      { permission_ids: ['Verwachtte een lijst met items, maar kreeg type "str".'] },
    ],
  ])('refuses %j and keeps nothing of it', async (body, errors) => {
    expect(await api.ask('POST', '/private/roles/', { body })).toMatchObject({ status: 400, body: errors })
    expect((await api.ask('GET', '/private/roles/')).body.count).toBe(2)
  })
})
