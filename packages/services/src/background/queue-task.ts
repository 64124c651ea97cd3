import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { type AskedBy, BACKGROUND_TASKS } from './tasks.ts'

/** Has a task run soon instead of at its time. */
export async function queueTask(context: Context, name: string, asked: AskedBy = {}): Promise<void> {
  if (!BACKGROUND_TASKS.some((task) => task.name === name)) throw notFound('Task')
  await context.db.transaction((trx) =>
    context.jobs.enqueue(trx, 'task.run', { task: name, ...asked }, { key: `task/${name}` }),
  )
}
