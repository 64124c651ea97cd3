import {
  type FailedJob,
  findFailedJob,
  listMunicipalityJobs,
  type MunicipalityJobs,
} from '@signalen/database'
import { type Actor, explainFault, type FaultKind, withoutPersonalData } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'

export interface ExplainedJob extends FailedJob {
  readonly cause: FaultKind
}

export interface JobOverview extends Omit<MunicipalityJobs, 'failed'> {
  readonly failed: readonly ExplainedJob[]
}

/** What is being done, waits, or finally failed; of the last why, in words that hold nothing of a person. */
export async function listJobs({ db }: Pick<Context, 'db'>): Promise<JobOverview> {
  const jobs = await listMunicipalityJobs(db)
  return { ...jobs, failed: jobs.failed.map(explain) }
}

function explain(job: FailedJob): ExplainedJob {
  return { ...job, cause: explainFault(job.reason), reason: withoutPersonalData(job.reason) }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Has a job that finally failed done once more. */
export async function retryFailedJob(context: Context, actor: Actor, id: string): Promise<void> {
  const job = await getFailedJob(context, id)
  // Someone else may have been first.
  if (!(await context.jobs.retryJob(id))) throw notFound('Job')
  await record(context, { actor, job, action: 'job.retried' })
}

/** What the job was for stays undone. */
export async function dropFailedJob(context: Context, actor: Actor, id: string): Promise<void> {
  const job = await getFailedJob(context, id)
  await context.jobs.deleteFailedJob(id)
  await record(context, { actor, job, action: 'job.dropped' })
}

/** Of this municipality alone: the queue is everyone's. */
async function getFailedJob({ db }: Context, id: string): Promise<FailedJob> {
  const job = UUID.test(id) ? await findFailedJob(db, id) : undefined
  if (!job) throw notFound('Job')
  return job
}

async function record(
  context: Context,
  { actor, job, action }: { readonly actor: Actor; readonly job: FailedJob; readonly action: string },
): Promise<void> {
  await recordInAuditLog(context, {
    by: actor.email,
    action,
    object: { type: 'job', id: job.id },
    detail: { job: job.name, ...job.data },
  })
}
