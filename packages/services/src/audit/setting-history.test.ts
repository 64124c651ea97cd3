import { addUserWith, describeEachDatabase } from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'
import { openTown, type TestTown } from '../signals/test-town.ts'

describeEachDatabase('the history of what is set up', (database) => {
  let town: TestTown

  beforeEach(async () => {
    town = await openTown(database)
  })

  const ask: TestTown['api']['ask'] = (...asked) => town.api.ask(...asked)
  const wordsOf = async (type: string, id?: number | string) => {
    const { body } = await ask(
      'GET',
      `/private/setting-history/${type}${id === undefined ? '' : `?id=${id}`}`,
    )
    return body.map(({ action, who }: { action: string; who: string }) => [action, who])
  }
  const ADMIN = 'beheerder@waterveste.example'

  it('tells of departments, roles and standard texts, who and what', async () => {
    const department = (await ask('POST', '/private/departments', { body: { name: 'Groen', code: 'GRN' } }))
      .body
    await ask('PATCH', `/private/departments/${department.id}`, { body: { name: 'Groen en water' } })
    await ask('PATCH', `/private/departments/${department.id}`, { body: { name: 'Groen en water' } })
    expect(await wordsOf('department', department.id)).toEqual([
      ['Naam: Groen → Groen en water', ADMIN],
      [expect.stringMatching(/^Toegevoegd/), ADMIN],
    ])
    const role = (await ask('POST', '/private/roles', { body: { name: 'Lezer', permission_ids: [] } })).body
    const [permission] = (await ask('GET', '/private/permissions')).body.results
    await ask('PATCH', `/private/roles/${role.id}`, { body: { permission_ids: [permission.id] } })
    await ask('DELETE', `/private/roles/${role.id}`)
    expect((await wordsOf('role', role.id)).map(([words]: [string]) => words.split(':')[0])).toEqual([
      'Verwijderd',
      'Rechten',
      'Toegevoegd\nNaam',
    ])
    const text = { title: 'Klaar', text: 'Het is klaar.', state: 'o' }
    const { body } = await ask('POST', '/private/status-messages', { body: text })
    await ask('PATCH', `/private/status-messages/${body.id}`, { body: { active: true } })
    expect((await wordsOf('status_message', body.id))[0]).toEqual(['Actief: nee → ja', ADMIN])
    await ask('PATCH', '/private/settings', { body: { urgency: false } })
    expect((await wordsOf('urgency'))[0]?.[0]).toContain('urgency')
  })

  it('is read by who may change it', async () => {
    const reader = await addUserWith(town.context, 'lezer@waterveste.example', ['sia_read'])
    expect((await ask('GET', '/private/setting-history/role', { as: reader })).status).toBe(403)
    expect((await ask('GET', '/private/setting-history/zomaar')).status).toBe(404)
    expect((await ask('GET', '/private/setting-history/role', { as: null })).status).toBe(401)
  })
})
