import type { Database } from '../connection/database.ts'
import { JOB_SCHEMA } from './job-schema.ts'
import { FAILED_QUEUE } from './queue-settings.ts'

export interface JobFigures {
  readonly name: string
  /** Could be started now. */
  readonly waiting: number
  /** Failed before and waits for its next try. */
  readonly retrying: number
  readonly active: number
  /** Failed for the last time. */
  readonly failed: number
  /** How long the job that has been ready longest is kept waiting; 0 when none is. */
  readonly oldestWaitingSeconds: number
  /** Age of the oldest job that is not done yet, however often it was tried; 0 when there is none. */
  readonly oldestUnfinishedSeconds: number
}

/** For the metrics: one row for each queue that has, or recently had, jobs. */
export async function listJobFigures(database: Database): Promise<JobFigures[]> {
  const { rows } = await database.pool.query<JobFigures>(
    `with job as (
       select case when name = $1 then source_name else name end as name, name = $1 as has_failed, state,
         start_after <= ${JOB_SCHEMA}.job_now() as is_ready,
         extract(epoch from ${JOB_SCHEMA}.job_now() - greatest(start_after, created_on))::float8 as ready_for,
         extract(epoch from ${JOB_SCHEMA}.job_now() - created_on)::float8 as age
       from ${JOB_SCHEMA}.job
       where name not like '\\_\\_pgboss%'
     )
     select name,
       count(*) filter (where not has_failed and state in ('created', 'retry') and is_ready) as waiting,
       count(*) filter (where not has_failed and state = 'retry' and not is_ready) as retrying,
       count(*) filter (where not has_failed and state = 'active') as active,
       count(*) filter (where has_failed and state = 'created') as failed,
       coalesce(max(ready_for) filter (where not has_failed and state in ('created', 'retry') and is_ready), 0)
         as "oldestWaitingSeconds",
       coalesce(max(age) filter (where not has_failed and state in ('created', 'retry', 'active')), 0)
         as "oldestUnfinishedSeconds"
     from job where name is not null group by name order by name`,
    [FAILED_QUEUE],
  )
  return rows
}
