import { createJobQueue, type JobQueue } from '@signalen/database'
import { createTestContext, describeEachDatabase, openStaffApi, type StaffApi } from '@signalen/testkit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Jobs } from '../jobs.ts'

const FAILED = '00000000-0000-4000-8000-000000000001'
const OTHERS = '00000000-0000-4000-8000-000000000002'

describeEachDatabase('the queue, for staff', (database) => {
  let api: StaffApi
  let queue: JobQueue<Jobs>

  beforeEach(async () => {
    await database.reset()
    queue = await createJobQueue<Jobs>(database.database, {
      queues: { 'mail.send': {}, 'signal.split': {} } as never,
      works: false,
    })
    await database.database.pool.query('delete from signalen_jobs.job')
    const test = createTestContext(database.municipality)
    api = await openStaffApi({ ...test.context, jobs: queue })
    await fail(FAILED, database.municipality.key)
    await fail(OTHERS, 'elsewhere')
  })
  afterEach(async () => {
    await queue.stop()
    await database.database.pool.query('delete from signalen_jobs.job')
  })

  const fail = (id: string, municipality: string) =>
    database.database.pool.query(
      `insert into signalen_jobs.job
         (id, name, data, state, source_name, source_retry_count, source_created_on, source_output)
       values ($1, 'failed', $2, 'created', 'mail.send', 39, now() - interval '1 day',
         '{"message":"connect ECONNREFUSED of jo@buurt.example"}')`,
      [id, JSON.stringify({ municipality, data: { mailId: 7 } })],
    )
  const read = async () => (await api.ask('GET', '/private/background-jobs')).body

  it('tells what failed and why, what runs and what waits, of this municipality alone', async () => {
    await database.municipality.transaction((trx) => queue.enqueue(trx, 'signal.split', { signalId: 3 }))
    await database.municipality.transaction((trx) => queue.enqueue(trx, 'mail.send', { mailId: 8 }))
    await database.database.pool.query(
      `update signalen_jobs.job set state = 'active', started_on = now() - interval '90 seconds'
       where name = 'mail.send'`,
    )
    const jobs = await read()
    expect(jobs).toMatchObject({
      failed_count: 1,
      failed: [{ id: FAILED, name: 'mail.send', about: { mailId: 7 }, attempts: 40, cause: 'not reachable' }],
      running: [{ name: 'mail.send', about: { mailId: 8 } }],
      waiting: [{ name: 'signal.split', waiting: 1, retrying: 0 }],
    })
    expect(jobs.running[0].seconds).toBeGreaterThanOrEqual(89)
    expect(JSON.stringify(jobs)).not.toContain('jo@')
  })

  it('has failed work done again or let be, and keeps who wanted that', async () => {
    expect((await api.ask('POST', `/private/background-jobs/${FAILED}/retry`)).status).toBe(204)
    expect(await read()).toMatchObject({ failed_count: 0, waiting: [{ name: 'mail.send', waiting: 1 }] })
    expect((await api.ask('POST', `/private/background-jobs/${FAILED}/retry`)).status).toBe(404)
    expect((await api.ask('DELETE', `/private/background-jobs/${OTHERS}`)).status).toBe(404)
    await database.database.pool.query('delete from signalen_jobs.job where id <> $1', [OTHERS])
    await fail(FAILED, database.municipality.key)
    expect((await api.ask('DELETE', `/private/background-jobs/${FAILED}`)).status).toBe(204)
    expect(await read()).toMatchObject({ failed_count: 0, waiting: [] })
    const { rows } = await database.database.pool.query('select count(*)::int as n from signalen_jobs.job')
    expect(rows).toEqual([{ n: 1 }])
    const log = (await api.ask('GET', '/private/audit-log')).body.results
    expect(log.map(({ action }: { action: string }) => action)).toEqual(['job.dropped', 'job.retried'])
  })
})
