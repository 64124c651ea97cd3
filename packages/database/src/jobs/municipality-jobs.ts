import { sql } from 'kysely'
import type { MunicipalityHandle } from '../connection/municipality.ts'
import { FAILED_JOB_COLUMNS, type FailedJob } from './failed-jobs.ts'
import { JOB_SCHEMA } from './job-schema.ts'
import { FAILED_QUEUE } from './queue-settings.ts'

export interface RunningJob {
  readonly id: string
  readonly name: string
  readonly data: object
  readonly startedAt: Date
  /** By the clock of the database, which also noted when it began. */
  readonly seconds: number
}

export interface WaitingJobs {
  readonly name: string
  /** Not begun yet, and ready for it. */
  readonly waiting: number
  /** Failed before, and tried again later. */
  readonly retrying: number
  /** Age of the oldest. */
  readonly oldestSeconds: number
}

export interface MunicipalityJobs {
  readonly failedCount: number
  /** Newest first, the first hundred. */
  readonly failed: readonly FailedJob[]
  readonly running: readonly RunningJob[]
  readonly waiting: readonly WaitingJobs[]
}

const MOST_SHOWN = 100
const job = sql.id(JOB_SCHEMA, 'job')
const now = sql`${sql.id(JOB_SCHEMA)}.job_now()`

/** What the queue holds of one municipality and is not done. */
export async function listMunicipalityJobs(db: MunicipalityHandle): Promise<MunicipalityJobs> {
  const failed = await listFailed(db)
  return {
    failedCount: failed[0]?.total ?? 0,
    failed: failed.map(({ total: _, ...one }) => one),
    running: await listRunning(db),
    waiting: await listWaiting(db),
  }
}

/** One that failed for the last time; undefined when this municipality has no such job. */
export async function findFailedJob(db: MunicipalityHandle, id: string): Promise<FailedJob | undefined> {
  const [found] = await listFailed(db, id)
  if (!found) return undefined
  const { total: _, ...one } = found
  return one
}

async function listFailed(
  db: MunicipalityHandle,
  id: string | null = null,
): Promise<(FailedJob & { readonly total: number })[]> {
  const { rows } = await sql<FailedJob & { readonly total: number }>`
    select ${sql.raw(FAILED_JOB_COLUMNS)}, (count(*) over ())::int as total
    from ${job}
    where name = ${FAILED_QUEUE} and state = 'created' and data->>'municipality' = ${db.key}
      and (${id}::uuid is null or id = ${id}::uuid)
    order by created_on desc, id limit ${MOST_SHOWN}`.execute(db.kysely)
  return rows
}

async function listRunning(db: MunicipalityHandle): Promise<RunningJob[]> {
  const { rows } = await sql<RunningJob>`
    select id::text as id, name, data->'data' as data, started_on as "startedAt",
      greatest(0, extract(epoch from ${now} - started_on))::float8 as seconds
    from ${job}
    where state = 'active' and data->>'municipality' = ${db.key}
    order by started_on, id limit ${MOST_SHOWN}`.execute(db.kysely)
  return rows
}

async function listWaiting(db: MunicipalityHandle): Promise<WaitingJobs[]> {
  const { rows } = await sql<WaitingJobs>`
    select name, (count(*) filter (where state = 'created'))::int as waiting,
      (count(*) filter (where state = 'retry'))::int as retrying,
      max(extract(epoch from ${now} - created_on))::float8 as "oldestSeconds"
    from ${job}
    where name <> ${FAILED_QUEUE} and data->>'municipality' = ${db.key}
      and (state = 'retry' or (state = 'created' and start_after <= ${now}))
    group by name order by name`.execute(db.kysely)
  return rows
}
