import { type Database, type Job, type JobQueue, listMunicipalities } from '@signalen/database'
import {
  applyPreparedChange,
  BACKGROUND_TASKS,
  type Context,
  checkStoredAddress,
  type Jobs,
  type Log,
  runBulkChange,
  runTask,
  scanAttachment,
  sendMail,
  sendToCityControl,
  splitSignal,
  spreadTask,
  tellFollowers,
  undoBulkChange,
} from '@signalen/services'
import type { Metrics } from '../watching/metrics.ts'
import { watchJob } from '../watching/watch-jobs.ts'
import type { Contexts } from './contexts.ts'

/** The worker half of the process: each job by its handler, and the tasks of the clock. */
export async function startWorker(parts: {
  metrics: Metrics
  jobs: JobQueue<Jobs>
  contexts: Contexts
  database: Database
  log: Log
}): Promise<void> {
  const { jobs, contexts, metrics } = parts
  const work = <Name extends keyof Jobs>(
    name: Name,
    handler: (context: Context, job: Job<Jobs[Name]>) => Promise<unknown>,
  ) =>
    jobs.work(
      name,
      watchJob(metrics, async (job) => {
        await handler(await contexts.forMunicipality(job.municipality.key), job)
      }),
    )
  await work('mail.send', (context, job) => sendMail(context, { ...job.data, attempt: job.attempt }))
  await work('signal.split', (context, job) => splitSignal(context, job.data.signalId))
  await work('followers.tell', (context, job) => tellFollowers(context, job.data))
  await work('bulk.run', (context, job) => runBulkChange(context, job.data.bulkChangeId))
  await work('bulk.undo', (context, job) => undoBulkChange(context, job.data.bulkChangeId))
  await work('address.check', (context, job) => checkStoredAddress(context, job.data.signalId))
  await work('attachment.scan', (context, job) => scanAttachment(context, job.data.attachmentId))
  await work('cityControl.send', (context, job) => sendToCityControl(context, job.data))
  await work('change.apply', (context, job) => applyPreparedChange(context, job.data.preparedChangeId))
  await work('task.run', (context, job) => runTask(context, job.data.task, { userId: job.data.userId }))
  const keys = (await listMunicipalities(parts.database)).map(({ key }) => key)
  await jobs.replaceSchedules(new Map(keys.map((key) => [key, tasksOf(key)])))
}

/** The tasks of the clock of one municipality. */
export function tasksOf(key: string) {
  return BACKGROUND_TASKS.map(({ name, cron }) => ({
    name: 'task.run' as const,
    cron: spreadTask(cron, key),
    data: { task: name },
  }))
}
