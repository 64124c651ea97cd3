import type { Context } from '../context.ts'
import { beginRun, endRun } from './task-runs.ts'
import { type AskedBy, BACKGROUND_TASKS, type TaskResult } from './tasks.ts'

/** Runs a task of the clock and keeps an account of it. Thrown on, so that the queue tries again. */
export async function runTask(context: Context, name: string, asked: AskedBy = {}): Promise<TaskResult> {
  const task = BACKGROUND_TASKS.find((candidate) => candidate.name === name)
  if (!task) throw new Error(`There is no background task "${name}".`)
  const id = await beginRun(context, name)
  try {
    const detail = await task.run(context, asked)
    await endRun(context, id, { outcome: 'done', detail })
    context.log.info({ task: name, ...detail }, 'background task done')
    return detail
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    await endRun(context, id, { outcome: 'failed', detail: { reason: reason.slice(0, 500) } })
    throw error
  }
}
