import type { Context } from '../context.ts'
import { queueJob } from '../queue-job.ts'

export const JUDGING = 'judge-suggestions'

/** Has looked at soon how good the suggestions are. To be called in a transaction. */
export async function queueJudging(context: Context, userId?: number): Promise<void> {
  await queueJob(context, 'task.run', { task: JUDGING, userId }, { key: `task/${JUDGING}` })
}
