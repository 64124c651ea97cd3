import type { Database } from '../connection/database.ts'
import { JOB_SCHEMA } from './job-schema.ts'
import { FAILED_QUEUE } from './queue-settings.ts'

export interface FailedJob {
  readonly id: string
  readonly name: string
  readonly municipality: string
  readonly data: object
  readonly attempts: number
  readonly createdAt: Date
  readonly failedAt: Date
  readonly reason: string
}

export interface FailedJobFilter {
  readonly municipality?: string | undefined
  readonly limit?: number | undefined
}

/** What is told of a failed job, as the columns of `FailedJob`. */
export const FAILED_JOB_COLUMNS = `
  id::text as id, source_name as name, data->>'municipality' as municipality, data->'data' as data,
  source_retry_count + 1 as attempts, source_created_on as "createdAt", created_on as "failedAt",
  coalesce(source_output->>'message', source_output->'value'->>'message', '') as reason`

/** Jobs that failed for the last time, newest first. */
export async function listFailedJobs(database: Database, filter: FailedJobFilter = {}): Promise<FailedJob[]> {
  const { rows } = await database.pool.query<FailedJob>(
    `select ${FAILED_JOB_COLUMNS}
     from ${JOB_SCHEMA}.job
     where name = $1 and state = 'created' and ($2::text is null or data->>'municipality' = $2)
     order by created_on desc, id limit $3`,
    [FAILED_QUEUE, filter.municipality ?? null, filter.limit ?? 100],
  )
  return rows
}
