import { setTimeout as delay } from 'node:timers/promises'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import type { Database } from '../connection/database.ts'
import { messageOf } from '../connection/fault.ts'
import type { MunicipalityHandle } from '../connection/municipality.ts'
import type { JobEnvelope, JobTiming } from './job-queue.ts'
import { JOB_SCHEMA } from './job-schema.ts'

const GRACE_MS = 7_000
const STOP_TIMEOUT_MS = 9_000

/**
 * One looks for new jobs; the others sleep until they are woken. By themselves they look so many times more
 * seldom, for the case that the first is kept by a long job.
 */
const IDLE_FACTOR = 5

export interface Job<Data> {
  readonly id: string
  readonly name: string
  readonly data: Data
  readonly municipality: MunicipalityHandle
  /** 1 at the first try. */
  readonly attempt: number
  /** Aborted when the job takes too long or the process stops: a long job breaks off and is run again. */
  readonly signal: AbortSignal
}

/** May run twice for one job, after a crash between its work and our note of it. */
export type JobHandler<Data> = (job: Job<Data>) => Promise<void>

export interface JobFailure {
  readonly id: string
  readonly name: string
  readonly municipality: string
  readonly attempt: number
  readonly isLastAttempt: boolean
  readonly error: unknown
}

export interface JobRunnerOptions {
  readonly boss: PgBoss
  readonly database: Database
  readonly timing: JobTiming
  readonly onJobFailed?: ((failure: JobFailure) => void) | undefined
}

export interface JobRunner {
  work<Data>(work: { name: string; handler: JobHandler<Data>; concurrency: number }): Promise<void>
  failOrphans(names: readonly string[]): Promise<void>
  stop(): Promise<void>
}

type StoredJob = JobWithMetadata<JobEnvelope>

export function createJobRunner({ boss, database, timing, onJobFailed }: JobRunnerOptions): JobRunner {
  const running = new Map<StoredJob, PromiseWithResolvers<void>>()
  const stopping = new AbortController()

  async function run<Data>(stored: StoredJob, handler: JobHandler<Data>): Promise<void> {
    const released = Promise.withResolvers<void>()
    running.set(stored, released)
    try {
      await Promise.race([handler(presentJob<Data>(stored)), released.promise])
    } catch (error) {
      if (stopping.signal.aborted) await handBack([stored])
      else fail(stored, error)
    } finally {
      running.delete(stored)
    }
  }

  function presentJob<Data>(stored: StoredJob): Job<Data> {
    return {
      id: stored.id,
      name: stored.name,
      data: stored.data.data as Data,
      municipality: database.municipality(stored.data.municipality),
      attempt: stored.retryCount + 1,
      signal: AbortSignal.any([stored.signal, stopping.signal]),
    }
  }

  /** Only the message is kept with the job: an error of a mail server may carry whole addresses and texts. */
  function fail(stored: StoredJob, error: unknown): never {
    const { id, name, data, retryCount, retryLimit } = stored
    onJobFailed?.({
      id,
      name,
      municipality: data.municipality,
      attempt: retryCount + 1,
      isLastAttempt: retryCount >= retryLimit,
      error,
    })
    const kept = new Error(messageOf(error))
    kept.stack = ''
    throw kept
  }

  /**
   * Ready for another worker at once, and not counted as a failure. The attempt is counted all the same, so
   * that what this process might still write about it is known to be of an older attempt.
   */
  async function handBack(jobs: readonly StoredJob[]): Promise<void> {
    await database.pool.query(
      `update ${JOB_SCHEMA}.job
       set state = 'retry', retry_limit = retry_limit + 1, start_after = ${JOB_SCHEMA}.job_now(), heartbeat_on = null
       where state = 'active' and (id, retry_count) in (select * from unnest($1::uuid[], $2::int[]))`,
      [jobs.map(({ id }) => id), jobs.map(({ retryCount }) => retryCount)],
    )
  }

  async function handBackAfterGrace(): Promise<void> {
    const giveUpAt = Date.now() + GRACE_MS
    while (running.size > 0 && Date.now() < giveUpAt) await delay(50)
    if (running.size === 0) return
    await handBack([...running.keys()])
    for (const released of running.values()) released.resolve()
  }

  return {
    async work({ name, handler, concurrency }) {
      const workers: string[] = []
      const wake = (place: number) => {
        const id = workers[place]
        if (id !== undefined) boss.notifyWorker(id)
      }
      for (let place = 0; place < concurrency; place += 1) {
        const seconds = timing.pollingSeconds * (place === 0 ? 1 : IDLE_FACTOR)
        const options = { includeMetadata: true, pollingIntervalSeconds: seconds } as const
        const id = await boss.work<JobEnvelope, void, typeof options>(name, options, async (jobs) => {
          // Where there is one there may be more: the next looks at once, and wakes the one after it.
          wake(place + 1)
          for (const stored of jobs) await run(stored, handler)
          wake(place)
        })
        workers.push(id)
      }
    },

    /** On the embedded database this process is the only worker, so what is active now was broken off. */
    async failOrphans(names) {
      const { rows } = await database.pool.query<{ id: string; name: string }>(
        `select id, name from ${JOB_SCHEMA}.job where state = 'active' and name = any($1)`,
        [names],
      )
      for (const { id, name } of rows) {
        await boss.fail(name, id, { message: 'The process ended during the job.' })
      }
    },

    async stop() {
      stopping.abort()
      const stopped = boss.stop({ graceful: true, timeout: STOP_TIMEOUT_MS })
      await handBackAfterGrace()
      await stopped
    },
  }
}
