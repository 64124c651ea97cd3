import { describeEachDatabase } from '@signalen/testkit'
import { expect, it } from 'vitest'
import { categoryAddress, openTown, report } from './test-town.ts'

describeEachDatabase('how a report is getting on', (database) => {
  it('is told to who has its link, and no more than anyone may know', async () => {
    const town = await openTown(database)
    const body = report({
      text: 'Bij mevrouw Jansen',
      category: { sub_category: categoryAddress('wegen', 'lantaarnpaal') },
    })
    const made = await town.api.ask('POST', '/public/signals', { body, as: null })
    const path = `/public/signals/${made.body.signal_id}/progress`
    const look = () => town.api.ask('GET', path, { as: null })
    expect(await look()).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } })
    expect((await look()).body).toEqual({
      id_display: `SIG-${made.body.id}`,
      news: 'waiting',
      created_at: '2026-11-24T11:00:00+01:00',
      since: '2026-11-24T11:00:00+01:00',
      category: {
        name: 'Lantaarnpaal kapot',
        slug: 'lantaarnpaal',
        parent: { name: 'Straten en pleinen', slug: 'wegen' },
      },
    })
    town.clock.advance({ days: 1 })
    const status = { state: 'o', text: 'Voor mevrouw Jansen' }
    await town.api.ask('PATCH', `/private/signals/${made.body.id}`, { body: { status } })
    expect((await look()).body).toMatchObject({ news: 'solved', since: '2026-11-25T11:00:00+01:00' })
    expect(JSON.stringify((await look()).body)).not.toContain('Jansen')
    for (const uuid of ['00000000-0000-4000-8000-000000000000', 'x']) {
      expect((await town.api.ask('GET', `/public/signals/${uuid}/progress`, { as: null })).status).toBe(404)
    }
  })
})
