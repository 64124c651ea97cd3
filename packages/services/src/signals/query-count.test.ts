import { ADMINISTRATOR, authenticateByEmail, describeEachDatabase, openTestApi } from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { forReading } from '../settings/reference-cache.ts'
import { makeSignal, openTown, report, type TestTown } from './test-town.ts'

/** What requests ask of the database: a fixed number of queries, however many reports they are about. */
describeEachDatabase('queries', (database) => {
  let town: TestTown
  let app: FastifyInstance

  beforeEach(async () => {
    town = await openTown(database)
    const { context } = town
    app = await openTestApi(context, {
      authenticate: authenticateByEmail,
      // As the server does.
      contextFor: async ({ method }) =>
        method === 'GET' ? { ...context, db: forReading(context.db) } : context,
    })
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  async function count(method: 'GET' | 'POST', path: string, body?: object) {
    const queries = vi.spyOn(pg.Client.prototype, 'query')
    const { statusCode } = await app.inject({
      method,
      url: `/signals/v1${path}`,
      headers: { authorization: `Bearer ${ADMINISTRATOR}` },
      ...(body ? { payload: body } : {}),
    })
    const asked = queries.mock.calls.map(([query]) => (typeof query === 'string' ? query : query?.text ?? ''))
    queries.mockRestore()
    if (process.env.SHOW) console.log(method, path, asked.map((q: string) => q.slice(0, 110)).join('\n'))
    expect(statusCode).toBeLessThan(300)
    return { all: asked.length, versions: asked.filter((query) => query.includes('reference_version')).length }
  }

  it('are as many for one report as for many, and ask once which reference data there is', async () => {
    const id = await makeSignal(town)
    await count('GET', '/private/signals')
    const [list, detail, history] = [
      await count('GET', '/private/signals'),
      await count('GET', `/private/signals/${id}`),
      await count('GET', `/private/signals/${id}/history`),
    ]
    for (let made = 0; made < 12; made++) await makeSignal(town)
    expect(await count('GET', '/private/signals')).toEqual(list)
    expect(await count('GET', '/private/signals?page_size=5')).toEqual(list)
    console.log(list, detail, history)
    const one = await count('POST', '/private/signals', report())
    console.log(one)
    const many = await count('POST', '/private/signals', [report({ parent: id }), report({ parent: id })])
    console.log(many)
  }, 60_000)
})
