import { describeEachDatabase } from '@signalen/testkit/database'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createDepartment } from '../connection/test-data.ts'
import { dropMunicipality } from '../migrations/drop-municipality.ts'
import { listFailedJobs } from './failed-jobs.ts'
import { listJobFigures } from './job-figures.ts'
import { createJobQueue, type JobQueue, type JobQueueOptions } from './job-queue.ts'
import type { Job } from './job-runner.ts'

interface TestJobs {
  greet: { number: number }
  fragile: { number: number }
}

const QUEUES = { greet: {}, fragile: { retryLimit: 1, retryDelaySeconds: 1 } }
const PATIENCE = { timeout: 20_000, interval: 50 }

describeEachDatabase(
  'the job queue',
  (context) => {
    const queues: JobQueue<TestJobs>[] = []

    async function openQueue(options: Partial<JobQueueOptions<TestJobs>> = {}): Promise<JobQueue<TestJobs>> {
      const queue = await createJobQueue<TestJobs>(context.database, {
        queues: QUEUES,
        works: true,
        onError: (error) => {
          throw error
        },
        ...options,
      })
      queues.push(queue)
      return queue
    }

    afterEach(async () => {
      await Promise.all(queues.splice(0).map((queue) => queue.stop()))
      await context.database.pool.query('delete from signalen_jobs.job')
      await context.reset()
    })

    function enqueueNumbers(
      queue: JobQueue<TestJobs>,
      name: keyof TestJobs,
      numbers: number[],
    ): Promise<void> {
      return context.municipality.transaction(async (trx) => {
        for (const number of numbers) await queue.enqueue(trx, name, { number })
      })
    }

    describe('adding', () => {
      it('adds the job together with the change', async () => {
        const queue = await openQueue()
        const seen: Job<{ number: number }>[] = []
        await context.municipality.transaction(async (trx) => {
          await createDepartment(trx, 'AAA')
          await queue.enqueue(trx, 'greet', { number: 7 })
        })
        await queue.work('greet', async (job) => {
          seen.push(job)
        })
        await vi.waitFor(() => expect(seen).toHaveLength(1), PATIENCE)
        expect(seen[0]).toMatchObject({ name: 'greet', data: { number: 7 }, attempt: 1 })
        expect(seen[0]?.municipality.key).toBe('alderwijk')
      })

      it('leaves no job behind when the change is rolled back', async () => {
        const queue = await openQueue({ works: false })
        const failing = context.municipality.transaction(async (trx) => {
          await queue.enqueue(trx, 'greet', { number: 1 })
          throw new Error('changed my mind')
        })
        await expect(failing).rejects.toThrow('changed my mind')
        expect(await countJobs()).toBe(0)
      })

      it('adds a job with the same key once while it waits, for each municipality', async () => {
        const queue = await openQueue({ works: false })
        for (const key of ['alderwijk', 'beekdam', 'alderwijk']) {
          await context.database
            .municipality(key)
            .transaction((trx) => queue.enqueue(trx, 'greet', { number: 1 }, { key: 'signal-1' }))
        }
        expect(await countJobs()).toBe(2)
      })

      it('does not start a job before its time', async () => {
        const queue = await openQueue()
        const seen: number[] = []
        await queue.work('greet', async ({ data }) => {
          seen.push(data.number)
        })
        await context.municipality.transaction(async (trx) => {
          await queue.enqueue(trx, 'greet', { number: 1 }, { startAfter: new Date(Date.now() + 60_000) })
          await queue.enqueue(trx, 'greet', { number: 2 })
        })
        await vi.waitFor(() => expect(seen).toEqual([2]), PATIENCE)
      })
    })

    describe('working', () => {
      it('gives every job the municipality it was added for', async () => {
        const queue = await openQueue()
        await queue.work('greet', ({ municipality, data }) =>
          municipality.transaction((trx) => createDepartment(trx, `D${data.number}`)),
        )
        for (const [number, key] of ['alderwijk', 'beekdam'].entries()) {
          await context.database
            .municipality(key)
            .transaction((trx) => queue.enqueue(trx, 'greet', { number }))
        }
        await vi.waitFor(async () => {
          expect(await listCodes('alderwijk')).toEqual(['D0'])
          expect(await listCodes('beekdam')).toEqual(['D1'])
        }, PATIENCE)
      })

      it('goes straight on to the next job', async () => {
        const queue = await openQueue()
        const seen: number[] = []
        const numbers = Array.from({ length: 30 }, (_, number) => number)
        await enqueueNumbers(queue, 'greet', numbers)
        const startedAt = Date.now()
        await queue.work('greet', async ({ data }) => {
          seen.push(data.number)
        })
        await vi.waitFor(() => expect(seen.toSorted((a, b) => a - b)).toEqual(numbers), PATIENCE)
        expect(Date.now() - startedAt).toBeLessThan(5_000)
      })

      it('does as many at the same time as it may, though one alone looks for them', async () => {
        const together = 12
        const queue = await openQueue({ queues: { ...QUEUES, greet: { concurrency: together } } })
        const running = { now: 0, most: 0 }
        const allRun = Promise.withResolvers<void>()
        await queue.work('greet', async () => {
          running.now += 1
          running.most = Math.max(running.most, running.now)
          if (running.now === together) allRun.resolve()
          await allRun.promise
          running.now -= 1
        })
        const startedAt = Date.now()
        await enqueueNumbers(
          queue,
          'greet',
          Array.from({ length: together * 2 }, (_, number) => number),
        )
        await vi.waitFor(async () => expect(await countJobs("state <> 'completed'")).toBe(0), PATIENCE)
        expect(running.most).toBe(together)
        expect(Date.now() - startedAt).toBeLessThan(5_000)
      })

      it('tries a failing job again later', async () => {
        const queue = await openQueue()
        const attempts: number[] = []
        await queue.work('fragile', async ({ attempt }) => {
          attempts.push(attempt)
          if (attempt === 1) throw new Error('not yet')
        })
        await enqueueNumbers(queue, 'fragile', [1])
        await vi.waitFor(() => expect(attempts).toEqual([1, 2]), PATIENCE)
        await vi.waitFor(async () => expect(await countJobs("state = 'completed'")).toBe(1), PATIENCE)
        expect(await listFailedJobs(context.database)).toEqual([])
      })

      it('keeps what finally failed, shows it and runs it again', async () => {
        const failures: unknown[] = []
        const queue = await openQueue({ onJobFailed: (failure) => failures.push(failure) })
        let isBroken = true
        const done: number[] = []
        await queue.work('fragile', async ({ data }) => {
          if (isBroken) throw new Error('the far side is down')
          done.push(data.number)
        })
        await enqueueNumbers(queue, 'fragile', [5])
        const failed = await vi.waitFor(async () => {
          const [first] = await listFailedJobs(context.database, { municipality: 'alderwijk' })
          if (!first) throw new Error('not failed yet')
          return first
        }, PATIENCE)

        expect(failed).toMatchObject({
          name: 'fragile',
          municipality: 'alderwijk',
          data: { number: 5 },
          attempts: 2,
          reason: 'the far side is down',
        })
        expect(failures).toMatchObject([
          { attempt: 1, isLastAttempt: false },
          { attempt: 2, isLastAttempt: true },
        ])
        expect(await listFailedJobs(context.database, { municipality: 'beekdam' })).toEqual([])
        expect(await listJobFigures(context.database)).toMatchObject([
          { name: 'fragile', failed: 1, waiting: 0 },
        ])

        isBroken = false
        expect(await queue.retryJob(failed.id)).toBe(true)
        expect(await queue.retryJob(failed.id)).toBe(false)
        await vi.waitFor(() => expect(done).toEqual([5]), PATIENCE)
        expect(await listFailedJobs(context.database)).toEqual([])
      })

      it('deletes a failed job on request', async () => {
        const queue = await openQueue()
        await queue.work('fragile', async () => {
          throw new Error('never')
        })
        await enqueueNumbers(queue, 'fragile', [1])
        const failed = await vi.waitFor(async () => {
          const [first] = await listFailedJobs(context.database)
          if (!first) throw new Error('not failed yet')
          return first
        }, PATIENCE)
        await queue.deleteFailedJob(failed.id)
        expect(await listFailedJobs(context.database)).toEqual([])
      })

      it('tells how long jobs have been waiting', async () => {
        const queue = await openQueue({ works: false })
        await enqueueNumbers(queue, 'greet', [1, 2])
        await context.database.pool.query(
          `update signalen_jobs.job set created_on = created_on - interval '90 seconds',
             start_after = start_after - interval '90 seconds' where data->'data'->>'number' = '1'`,
        )
        const [figures] = await listJobFigures(context.database)
        expect(figures).toMatchObject({ name: 'greet', waiting: 2, active: 0, failed: 0, retrying: 0 })
        expect(figures?.oldestWaitingSeconds).toBeGreaterThanOrEqual(90)
        expect(figures?.oldestWaitingSeconds).toBeLessThan(120)
        expect(figures?.oldestUnfinishedSeconds).toBeGreaterThanOrEqual(90)
      })
    })

    describe('stopping', () => {
      it('lets a running job finish', async () => {
        const queue = await openQueue()
        const { promise: started, resolve: start } = Promise.withResolvers<void>()
        let isDone = false
        await queue.work('greet', async () => {
          start()
          await new Promise((resolve) => setTimeout(resolve, 700))
          isDone = true
        })
        await enqueueNumbers(queue, 'greet', [1])
        await started
        await queue.stop()
        expect(isDone).toBe(true)
        expect(await countJobs("state = 'completed'")).toBe(1)
      })

      it('hands a job that breaks off to the next worker at once', async () => {
        const first = await openQueue()
        const { promise: started, resolve: start } = Promise.withResolvers<void>()
        await first.work('fragile', async ({ signal }) => {
          start()
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
        })
        await enqueueNumbers(first, 'fragile', [1])
        await started
        await first.stop()
        expect(await listFailedJobs(context.database)).toEqual([])

        const done: number[] = []
        const second = await openQueue()
        await second.work('fragile', async ({ data }) => {
          done.push(data.number)
        })
        await vi.waitFor(() => expect(done).toEqual([1]), PATIENCE)
      })

      it('hands back a job that does not stop, within ten seconds', async () => {
        const first = await openQueue()
        const { promise: started, resolve: start } = Promise.withResolvers<void>()
        await first.work('fragile', async () => {
          start()
          await new Promise(() => {})
        })
        await enqueueNumbers(first, 'fragile', [1])
        await started
        const stoppedAt = Date.now()
        await first.stop()
        expect(Date.now() - stoppedAt).toBeLessThan(10_000)
        expect(await countJobs("state = 'retry' and start_after <= now()")).toBe(1)
      }, 20_000)
    })

    it('runs each scheduled task once for all workers together', async () => {
      // At the turn of a minute the job of the last one may be made in the next.
      const second = new Date().getSeconds()
      if (second > 45) await new Promise((resolve) => setTimeout(resolve, (62 - second) * 1000))
      const timing = { cronSeconds: 1 }
      const seen: string[] = []
      for (const queue of [await openQueue({ timing }), await openQueue({ timing })]) {
        await queue.work('greet', async ({ municipality, id, data }) => {
          const { rows } = await context.database.pool.query(
            `select to_char(created_on, 'HH24:MI') as minute from signalen_jobs.job where id = $1`,
            [id],
          )
          seen.push(`${municipality.key} task ${data.number} at ${rows[0].minute}`)
        })
        for (const municipality of ['alderwijk', 'beekdam']) {
          for (const number of [1, 2]) {
            await queue.schedule('greet', '* * * * *', { municipality, data: { number } })
          }
        }
      }
      await vi.waitFor(() => expect(seen.length).toBeGreaterThanOrEqual(4), PATIENCE)
      await new Promise((resolve) => setTimeout(resolve, 3_000))
      expect(new Set(seen.map((entry) => entry.split(' at ')[0]))).toEqual(
        new Set(['alderwijk task 1', 'alderwijk task 2', 'beekdam task 1', 'beekdam task 2']),
      )
      expect(new Set(seen).size).toBe(seen.length)
      await context.database.pool.query('delete from signalen_jobs.schedule')
    }, 60_000)

    it('keeps only the tasks that the municipality still has', async () => {
      const queue = await openQueue({ works: false })
      const task = (number: number, cron: string) => ({ name: 'greet' as const, cron, data: { number } })
      await queue.replaceSchedule('alderwijk', [task(1, '0 3 * * *'), task(2, '0 4 * * *')])
      await queue.replaceSchedule('beekdam', [task(1, '0 5 * * *')])
      await queue.replaceSchedule('alderwijk', [task(2, '0 6 * * *')])
      await context.database.pool.query('update signalen_jobs.schedule set updated_on = to_timestamp(0)')
      await queue.replaceSchedules(
        new Map([
          ['beekdam', [task(1, '0 5 * * *')]],
          ['alderwijk', [task(2, '0 6 * * *')]],
        ]),
      )
      const { rowCount } = await context.database.pool.query(
        'select from signalen_jobs.schedule where updated_on > to_timestamp(0)',
      )
      expect(rowCount).toBe(0)
      await queue.replaceSchedules(
        new Map([
          ['beekdam', [task(1, '0 5 * * *')]],
          ['alderwijk', [task(3, '0 7 * * *')]],
        ]),
      )
      await queue.replaceSchedules(new Map([['alderwijk', [task(2, '0 6 * * *')]]]))

      const { rows } = await context.database.pool.query(`
        select data->>'municipality' as municipality, data->'data'->'number' as number, cron, timezone
        from signalen_jobs.schedule order by cron`)
      expect(rows).toEqual([
        { municipality: 'beekdam', number: 1, cron: '0 5 * * *', timezone: 'Europe/Amsterdam' },
        { municipality: 'alderwijk', number: 2, cron: '0 6 * * *', timezone: 'Europe/Amsterdam' },
      ])
      await context.database.pool.query('delete from signalen_jobs.schedule')
    })

    it('forgets a municipality that leaves, and leaves the other as it is', async () => {
      const queue = await openQueue({ works: false })
      await queue.schedule('greet', '0 3 * * *', { municipality: 'beekdam', data: { number: 1 } })
      await queue.schedule('greet', '0 3 * * *', { municipality: 'alderwijk', data: { number: 1 } })
      for (const key of ['alderwijk', 'beekdam']) {
        await context.database
          .municipality(key)
          .transaction((trx) => queue.enqueue(trx, 'greet', { number: 1 }))
      }
      await dropMunicipality(context.database, 'beekdam')

      const { rows } = await context.database.pool.query(`
        select (select array_agg(data->>'municipality') from signalen_jobs.job where name = 'greet') as jobs,
          (select array_agg(data->>'municipality') from signalen_jobs.schedule) as schedules,
          (select array_agg(key) from signalen.municipality) as registered,
          to_regnamespace('municipality_beekdam') as schema,
          (select count(*) from signalen.migration where scope = 'beekdam') as migrations`)
      expect(rows).toEqual([
        {
          jobs: ['alderwijk'],
          schedules: ['alderwijk'],
          registered: ['alderwijk'],
          schema: null,
          migrations: 0,
        },
      ])
      await expect(dropMunicipality(context.database, 'beekdam')).rejects.toMatchObject({
        code: 'unknown-municipality',
      })
    })

    async function countJobs(condition = 'true'): Promise<number> {
      const { rows } = await context.database.pool.query(
        `select count(*) from signalen_jobs.job where name in ('greet', 'fragile') and ${condition}`,
      )
      return rows[0].count
    }

    async function listCodes(key: string): Promise<string[]> {
      const rows = await context.database
        .municipality(key)
        .kysely.selectFrom('department')
        .select('code')
        .execute()
      return rows.map(({ code }) => code)
    }
  },
  { municipalities: ['alderwijk', 'beekdam'] },
)
