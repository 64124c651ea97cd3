import { type Database, type JobQueue, listMunicipalities } from '@signalen/database'
import {
  BACKGROUND_TASKS,
  type Jobs,
  type Log,
  runTask,
  scanAttachment,
  sendMail,
  splitSignal,
} from '@signalen/services'
import type { Contexts } from './contexts.ts'

/** The worker half of the process: each job by its handler, and the tasks of the clock. */
export async function startWorker(parts: {
  jobs: JobQueue<Jobs>
  contexts: Contexts
  database: Database
  log: Log
}): Promise<void> {
  const { jobs, contexts } = parts
  await jobs.work('mail.send', async (job) => {
    const context = await contexts.forMunicipality(job.municipality.key)
    await sendMail(context, { ...job.data, attempt: job.attempt })
  })
  await jobs.work('signal.split', async (job) => {
    await splitSignal(await contexts.forMunicipality(job.municipality.key), job.data.signalId)
  })
  await jobs.work('attachment.scan', async (job) => {
    await scanAttachment(await contexts.forMunicipality(job.municipality.key), job.data.attachmentId)
  })
  await jobs.work('task.run', async (job) => {
    const context = await contexts.forMunicipality(job.municipality.key)
    await runTask(context, job.data.task, { userId: job.data.userId })
  })
  for (const { key } of await listMunicipalities(parts.database)) await scheduleTasks(jobs, key)
}

/** The tasks of the clock of one municipality. */
export async function scheduleTasks(jobs: JobQueue<Jobs>, key: string): Promise<void> {
  const tasks = BACKGROUND_TASKS.map(({ name, cron }) => ({
    name: 'task.run' as const,
    cron,
    data: { task: name },
  }))
  await jobs.replaceSchedule(key, tasks)
}
