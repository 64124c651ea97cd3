import {
  buildSignal,
  createTestContext,
  describeEachDatabase,
  employeeWith,
  openTestApi,
  SUPERUSER,
  type TestContext,
} from '@signalen/testkit'
import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'
import { runTask } from './run-task.ts'

const ACTORS = {
  admin: SUPERUSER,
  keeper: employeeWith(['sia_read', 'sia_write', 'change_group', 'view_user']),
  reader: employeeWith(['sia_read', 'view_user']),
  other: employeeWith(['sia_read', 'sia_write']),
}

describeEachDatabase('the work in the background, for staff', (database) => {
  let test: TestContext
  let app: FastifyInstance

  beforeEach(async () => {
    await database.reset()
    test = createTestContext(database.municipality)
    app = await openTestApi(test.context, { actors: ACTORS })
  })

  async function call(method: 'GET' | 'POST', path: string, who: keyof typeof ACTORS | '' = 'keeper') {
    const response = await app.inject({
      method,
      url: `/signals/v1/private/background-tasks${path}`,
      headers: who ? { authorization: `Bearer ${who}` } : {},
    })
    return { status: response.statusCode, body: response.json() }
  }

  it('is listed with when it ran and what came of it', async () => {
    await runTask(test.context, 'close-forwards')
    const { body } = await call('GET', '')
    const find = (name: string) => body.results.find((task: { name: string }) => task.name === name)
    expect(find('close-forwards')).toMatchObject({
      cron: '10 * * * *',
      last_run: { outcome: 'done', detail: { closed: 0 }, started_at: '2026-11-24T11:00:00+01:00' },
    })
    expect(find('delete-signals').last_run).toBeNull()
    expect((await call('GET', '/runs')).body).toMatchObject({
      count: 1,
      results: [{ task: 'close-forwards' }],
    })
  })

  it('is started by hand through the queue', async () => {
    expect(await call('POST', '/anonymise-reporters/run')).toEqual({
      status: 202,
      body: { name: 'anonymise-reporters' },
    })
    expect(test.jobs).toEqual([
      { name: 'task.run', data: { task: 'anonymise-reporters' }, key: 'task/anonymise-reporters' },
    ])
    expect((await call('POST', '/onbekend/run')).status).toBe(404)
  })

  it('tells what it would destroy', async () => {
    const id = await buildSignal(test.context, { state: 'a' })
    test.clock.advance({ days: 366 })
    expect((await call('GET', '/delete-signals/due')).body).toMatchObject({
      count: 1,
      results: [{ id, id_display: `SIG-${id}`, state: 'a', parts: 0, term_days: 365 }],
    })
    expect(await test.context.db.kysely.selectFrom('signal').selectAll().execute()).toHaveLength(1)
  })

  it.each([
    ['admin', 200, 200],
    ['keeper', 200, 200],
    ['reader', 200, 403],
    ['other', 403, 403],
    ['', 401, 401],
  ] as const)('is for who looks after users and roles: %s', async (who, reading, running) => {
    expect((await call('GET', '', who)).status).toBe(reading)
    expect((await call('GET', '/runs', who)).status).toBe(reading)
    expect((await call('GET', '/delete-signals/due', who)).status).toBe(running)
    expect((await call('POST', '/delete-files/run', who)).status).toBe(running === 200 ? 202 : running)
  })
})
