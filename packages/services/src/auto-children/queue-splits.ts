import { AUTO_CHILDREN_DELAY_SECONDS, mayBeSplit } from '@signalen/domain'
import type { Context } from '../context.ts'
import { queueJob } from '../queue-job.ts'

export interface NewlyMade {
  readonly id: number
  readonly isChild: boolean
  readonly categorySlug: string
}

/** Has new reports looked at once their photos have come. In the transaction that makes them. */
export async function queueSplits(context: Context, signals: readonly NewlyMade[]): Promise<void> {
  const startAfter = new Date(context.clock.now().getTime() + AUTO_CHILDREN_DELAY_SECONDS * 1000)
  for (const { id, isChild, categorySlug } of signals) {
    if (isChild || !mayBeSplit(categorySlug, context.settings)) continue
    await queueJob(context, 'signal.split', { signalId: id }, { key: `split/${id}`, startAfter })
  }
}
