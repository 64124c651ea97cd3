import {
  createTestContext,
  describeEachDatabase,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
} from '@signalen/testkit'
import { beforeEach, expect, it } from 'vitest'

const OTHER = 'ander@waterveste.example'
const PATH = '/private/me/preferences'
const NOTHING = { start_page: null, columns: null, ordering: null, list_view: null, is_chosen: false }

describeEachDatabase('preferences', (database) => {
  let api: StaffApi

  beforeEach(async () => {
    await database.reset()
    const { context } = createTestContext(database.municipality)
    await loadConfiguration(context, { users: [{ email: OTHER }] })
    api = await openStaffApi(context)
  })

  it('are kept with the person, each by itself, and are nobody else’s', async () => {
    expect((await api.ask('GET', PATH)).body).toEqual(NOTHING)
    const start = { start_page: '/incidents?status=m', columns: ['status', 'text'] }
    expect(await api.ask('PATCH', PATH, { body: start })).toMatchObject({ status: 200, body: start })
    await api.ask('PATCH', PATH, { body: { ordering: '-created_at', list_view: 'both' } })
    await api.ask('PATCH', PATH, { body: { start_page: null } })
    expect((await api.ask('GET', PATH)).body).toEqual({
      start_page: null,
      columns: ['status', 'text'],
      ordering: '-created_at',
      list_view: 'both',
      is_chosen: true,
    })
    expect((await api.ask('GET', PATH, { as: OTHER })).body).toEqual(NOTHING)
  })

  it.each([
    { start_page: 'https://elders.example/' },
    { start_page: '/incidents'.padEnd(5000, 'x') },
    { columns: ['<b>'] },
    { ordering: 'wachtwoord' },
    { list_view: 'boek' },
  ])('refuse %j', async (change) => {
    expect((await api.ask('PATCH', PATH, { body: change })).status).toBe(400)
    expect((await api.ask('GET', PATH)).body).toEqual(NOTHING)
  })
})
