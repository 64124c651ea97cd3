import type { Queue } from 'pg-boss'

/** Where jobs lie that failed for the last time, until someone runs them again or deletes them. */
export const FAILED_QUEUE = 'failed'

const YEAR_SECONDS = 365 * 24 * 60 * 60
const WEEK_SECONDS = 7 * 24 * 60 * 60

export interface QueueSettings {
  /** How often a failing job is tried again; the default takes about a day. */
  readonly retryLimit?: number
  /** Before the first retry; doubles from there. */
  readonly retryDelaySeconds?: number
  readonly longestRetryDelaySeconds?: number
  /** A job that takes longer is broken off and counts as failed. */
  readonly expireInSeconds?: number
  /** Jobs of this queue at the same time in one process. */
  readonly concurrency?: number
}

type QueueOptions = Omit<Queue, 'name'>

interface PgBossSettings {
  readonly fixed: QueueOptions
  readonly changeable: Omit<QueueOptions, 'policy' | 'partition'>
  readonly failed: QueueOptions
}

export function pgBossSettings(
  settings: QueueSettings,
  timing: { heartbeatSeconds: number },
): PgBossSettings {
  return {
    // Only one waiting job for each key.
    fixed: { policy: 'short' },
    changeable: {
      deadLetter: FAILED_QUEUE,
      retryLimit: settings.retryLimit ?? 30,
      retryBackoff: true,
      retryDelay: settings.retryDelaySeconds ?? 5,
      retryDelayMax: settings.longestRetryDelaySeconds ?? 3_600,
      expireInSeconds: settings.expireInSeconds ?? 15 * 60,
      retentionSeconds: YEAR_SECONDS,
      deleteAfterSeconds: WEEK_SECONDS,
      heartbeatSeconds: timing.heartbeatSeconds,
    },
    failed: { policy: 'standard', retentionSeconds: YEAR_SECONDS },
  }
}
