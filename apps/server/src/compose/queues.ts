import type { Jobs } from '@signalen/services'

/** How patient each kind of job is. Mail is tried for about a day and a half. */
export const QUEUES: Record<
  keyof Jobs,
  { retryLimit: number; retryDelaySeconds: number; concurrency: number }
> = {
  'mail.send': { retryLimit: 40, retryDelaySeconds: 5, concurrency: 8 },
  'signal.split': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'followers.tell': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'bulk.run': { retryLimit: 5, retryDelaySeconds: 5, concurrency: 1 },
  'bulk.undo': { retryLimit: 5, retryDelaySeconds: 5, concurrency: 1 },
  // A scanner that is away for a night finds its work the next morning.
  'address.check': { retryLimit: 10, retryDelaySeconds: 30, concurrency: 2 },
  'attachment.scan': { retryLimit: 40, retryDelaySeconds: 5, concurrency: 2 },
  // CityControl itself is asked once; this is for when our own database is away.
  'cityControl.send': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 2 },
  'change.apply': { retryLimit: 5, retryDelaySeconds: 30, concurrency: 1 },
  'task.run': { retryLimit: 3, retryDelaySeconds: 60, concurrency: 1 },
}
