import type { Job } from '@signalen/database'
import type { Metrics } from './metrics.ts'

/** A measured time for each job; its span is made by the queue. */
export function watchJob<Data>(
  metrics: Metrics,
  work: (job: Job<Data>) => Promise<void>,
): (job: Job<Data>) => Promise<void> {
  return async (job) => {
    const began = performance.now()
    const ended = (outcome: 'done' | 'failed') =>
      metrics.observeJob(job.name, outcome, (performance.now() - began) / 1000)
    try {
      await work(job)
      ended('done')
    } catch (error) {
      ended('failed')
      throw error
    }
  }
}
