import { FAULT_KINDS } from '@signalen/domain'
import { z } from 'zod'

/** What it is about, by ids. */
const about = z.record(z.string(), z.union([z.string(), z.number()]))

export const backgroundJobs = z.object({
  failed_count: z.int(),
  failed: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      about,
      attempts: z.int(),
      created_at: z.string(),
      failed_at: z.string(),
      cause: z.enum(FAULT_KINDS),
      reason: z.string(),
    }),
  ),
  running: z.array(
    z.object({ id: z.string(), name: z.string(), about, started_at: z.string(), seconds: z.int() }),
  ),
  waiting: z.array(
    z.object({ name: z.string(), waiting: z.int(), retrying: z.int(), oldest_seconds: z.int() }),
  ),
})
export type BackgroundJobsAnswer = z.infer<typeof backgroundJobs>

export const SERVICE_STATES = ['works', 'shaky', 'down', 'not known'] as const

export const outsideServices = z.array(
  z.object({
    name: z.string(),
    state: z.enum(SERVICE_STATES),
    /** Nothing is asked of it for a moment, because it did not answer several times. */
    is_resting: z.boolean(),
    last_success: z.string().nullable(),
    last_failure: z.string().nullable(),
    cause: z.enum(FAULT_KINDS).nullable(),
  }),
)
export type OutsideServiceAnswer = z.infer<typeof outsideServices>[number]
