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
      contextFor: async () => ({ ...context, db: forReading(context.db) }),
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
    const asked = queries.mock.calls.map(([query]: readonly unknown[]) => textOf(query))
    queries.mockRestore()
    expect(statusCode).toBeLessThan(300)
    return {
      all: asked.length,
      versions: asked.filter((query) => query.includes('reference_version')).length,
    }
  }

  it('are as many for one report as for many, and ask once which reference data there is', async () => {
    const id = await makeSignal(town)
    // The first count is taken whole; later ones start from it.
    await count('GET', '/private/signals')
    const list = await count('GET', '/private/signals')
    expect(list).toEqual({ all: 5, versions: 1 })
    expect(await count('GET', `/private/signals/${id}`)).toEqual({ all: 4, versions: 1 })
    expect(await count('GET', `/private/signals/${id}/history`)).toEqual({ all: 4, versions: 1 })

    for (let made = 0; made < 12; made++) await makeSignal(town)
    expect(await count('GET', '/private/signals')).toEqual(list)
    expect(await count('GET', '/private/signals?page_size=5')).toEqual(list)

    expect(await count('POST', '/private/signals', report())).toEqual({ all: 13, versions: 1 })
    const parts = (many: number) => Array.from({ length: many }, () => report({ parent: id }))
    const two = await count('POST', '/private/signals', parts(2))
    expect(two.versions).toBe(1)
    expect(await count('POST', '/private/signals', parts(5))).toEqual(two)
  }, 60_000)
})

function textOf(query: unknown): string {
  if (typeof query === 'string') return query
  const { text } = query as { readonly text?: string }
  return text ?? ''
}
