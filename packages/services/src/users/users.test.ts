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
import { findActorByEmail } from './find-actor.ts'

const STAFF = {
  departments: [
    { code: 'AFV', name: 'Afval' },
    { code: 'GRN', name: 'Groen' },
  ],
  roles: [
    { name: 'Lezer', permissions: ['sia_read'] },
    { name: 'Schrijver', permissions: ['sia_write', 'sia_read', 'view_user'] },
  ],
  users: [
    {
      email: 'Lena@waterveste.example',
      firstName: 'Lena',
      roles: ['Lezer', 'Schrijver'],
      departments: ['GRN', 'AFV'],
      permissions: ['sia_split'],
    },
    { email: 'oud@waterveste.example', isActive: false, roles: ['Lezer'] },
    { email: 'piet@waterveste.example', departments: ['GRN'] },
  ],
}

describeEachDatabase('users', (database) => {
  let test: TestContext
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    await loadConfiguration(test.context, STAFF)
    api = await openStaffApi(test.context)
  })

  const idOf = async (email: string): Promise<number> =>
    (await findActorByEmail(test.context, email))?.userId ?? Number.NaN

  describe('the one who is signed in', () => {
    it('is found whatever the capitals, with the permissions of person and roles and the departments', async () => {
      const actor = await findActorByEmail(test.context, 'LENA@waterveste.example')
      expect(actor).toMatchObject({ email: 'Lena@waterveste.example', firstName: 'Lena', isActive: true })
      expect([...(actor?.permissions ?? [])].sort()).toEqual([
        'sia_read',
        'sia_split',
        'sia_write',
        'view_user',
      ])
      expect(actor?.departmentIds).toHaveLength(2)
    })

    it('is nobody when there is no such user', async () => {
      expect(await findActorByEmail(test.context, 'wie@waterveste.example')).toBeUndefined()
    })

    it('sees their own rights', async () => {
      const { status, body } = await api.ask('GET', '/private/me/', { as: 'lena@waterveste.example' })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        username: 'Lena@waterveste.example',
        roles: [{ name: 'Lezer' }, { name: 'Schrijver' }],
        permissions: [{ codename: 'sia_split' }],
        profile: { departments: ['Afval', 'Groen'] },
      })
    })
  })

  describe('the list', () => {
    const namesOf = async (query: string) => {
      const { body } = await api.ask('GET', `/private/users/?${query}`)
      return body.results?.map(({ username }: { username: string }) => username.split('@')[0]) ?? body
    }

    it('stands in the order of the alphabet, in pages', async () => {
      expect(await namesOf('')).toEqual(['beheerder', 'Lena', 'oud', 'piet'])
      expect(await namesOf('page_size=3&page=2')).toEqual(['piet'])
      expect(await namesOf('page_size=3&page=last')).toEqual(['piet'])
      expect((await api.ask('GET', '/private/users/?page_size=3&page=3')).status).toBe(404)
    })

    it.each([
      ['username=LEN', ['Lena']],
      ['username=%25', []],
      ['is_active=false', ['oud']],
      ['is_active=&username=len', ['Lena']],
      ['role=Lezer', ['Lena', 'oud']],
      ['role=Schrijver&role=Lezer', ['Lena', 'oud']],
      ['profile_department_code=AFV', ['Lena']],
      ['profile_department_code=AFV&profile_department_code=GRN', ['Lena', 'piet']],
      ['order=-username', ['piet', 'oud', 'Lena', 'beheerder']],
      ['order=is_active,-username', ['oud', 'piet', 'Lena', 'beheerder']],
      ['order=onzin', ['beheerder', 'Lena', 'oud', 'piet']],
      ['id=99999999999', []],
      ['id=1.5', []],
    ])('is filtered and sorted by %s', async (query, names) => {
      expect(await namesOf(query)).toEqual(names)
    })

    it.each(['role=Dromer', 'profile_department_code=XYZ', 'id=abc', 'is_active=misschien', 'username=%00'])(
      'refuses %s and names the parameter',
      async (query) => {
        const { status, body } = await api.ask('GET', `/private/users/?${query}`)
        expect([status, Object.keys(body)]).toEqual([400, [query.split('=')[0]]])
      },
    )
  })

  it('helps while typing a username, from three characters', async () => {
    const { body } = await api.ask('GET', '/private/autocomplete/usernames/?username=wat&is_active=true')
    expect(body.results).toEqual([
      { username: ADMINISTRATOR },
      { username: 'Lena@waterveste.example' },
      { username: 'piet@waterveste.example' },
    ])
    expect((await api.ask('GET', '/private/autocomplete/usernames/?username=wa')).status).toBe(400)
    expect((await api.ask('GET', '/private/autocomplete/usernames/?username=')).body.count).toBe(4)
  })

  describe('adding', () => {
    it('makes the username the e-mail address', async () => {
      const { id } = await test.context.db.kysely
        .selectFrom('department')
        .select('id')
        .where('code', '=', 'AFV')
        .executeTakeFirstOrThrow()
      const body = {
        username: 'nieuw@waterveste.example',
        first_name: 'Nia',
        profile: { note: 'proef', department_ids: [id] },
      }
      const created = await api.ask('POST', '/private/users/', { body })
      expect(created.status).toBe(201)
      expect(created.body).toMatchObject({
        email: 'nieuw@waterveste.example',
        is_active: true,
        is_superuser: false,
        profile: { note: 'proef', departments: ['Afval'], notification_on_user_assignment: false },
      })
    })

    it.each([
      [
        { username: 'LENA@waterveste.example' },
        { username: ['A user with username LENA@waterveste.example already exists'] },
      ],
      [{ username: 'geen adres' }, { username: ['Voer een geldig e-mailadres in.'] }],
      [{}, { username: ['Dit veld is vereist.'] }],
      [
        { username: 'a@b.example', role_ids: [9_999_999_999] },
        { role_ids: ['Ongeldige pk "9999999999" - object bestaat niet.'] },
      ],
      [
        { username: 'a@b.example', profile: { department_ids: [404] } },
        { profile: { department_ids: ['Ongeldige pk "404" - object bestaat niet.'] } },
      ],
    ])('refuses %j', async (body, errors) => {
      expect(await api.ask('POST', '/private/users/', { body })).toMatchObject({ status: 400, body: errors })
      expect((await api.ask('GET', '/private/users/')).body.count).toBe(4)
    })
  })

  describe('changing', () => {
    it('leaves alone what is not sent, and never the username', async () => {
      const path = `/private/users/${await idOf('lena@waterveste.example')}`
      const { status, body } = await api.ask('PATCH', path, {
        body: { username: 'ander@waterveste.example', last_name: 'Linde', profile: { note: 'let op' } },
      })
      expect(status).toBe(200)
      expect(body).toMatchObject({
        username: 'Lena@waterveste.example',
        first_name: 'Lena',
        last_name: 'Linde',
        roles: [{ name: 'Lezer' }, { name: 'Schrijver' }],
        profile: { note: 'let op', departments: ['Afval', 'Groen'] },
      })
    })

    it('is told afterwards, with who and when', async () => {
      const path = `/private/users/${await idOf('oud@waterveste.example')}`
      await api.ask('PATCH', path, { body: { is_active: true, first_name: 'Otto', role_ids: [] } })
      await api.ask('PATCH', path, { body: { is_active: true, first_name: 'Otto', role_ids: [] } })
      const { body } = await api.ask('GET', `${path}/history/`)
      expect(body).toMatchObject([
        {
          what: 'UPDATED_USER',
          action: 'Voornaam gewijzigd:\n Otto\nStatus wijziging:\n Actief\nRol wijziging:\n -',
          description: null,
          who: ADMINISTRATOR,
        },
      ])
    })

    it('cannot be done to someone who is not there', async () => {
      expect((await api.ask('PATCH', '/private/users/999', { body: {} })).status).toBe(404)
      expect((await api.ask('GET', '/private/users/abc')).body).toEqual({ detail: 'Niet gevonden.' })
      expect((await api.ask('GET', '/private/users/999/history')).status).toBe(404)
    })
  })

  it('refuses to replace or remove a user', async () => {
    for (const method of ['PUT', 'DELETE'] as const) {
      expect((await api.ask(method, '/private/users/1', { body: {} })).status).toBe(405)
    }
  })
})
