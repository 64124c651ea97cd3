import { SETUP_STEPS, TEST_STEPS } from '@signalen/domain'
import { z } from 'zod'
import { bodyId } from './query.ts'

export const setup = z.object({
  steps: z.array(
    z.object({
      name: z.enum(SETUP_STEPS),
      is_done: z.boolean(),
      is_optional: z.boolean(),
      count: z.int().nullable(),
    }),
  ),
})
export type SetupAnswer = z.infer<typeof setup>

const stepState = z.enum(['done', 'waiting', 'failed'])

export const testReportRequest = z.object({ category: bodyId })

export const testReport = z.object({
  signal_id: z.int(),
  steps: z.record(z.enum(TEST_STEPS), stepState),
  is_passed: z.boolean(),
})
export type TestReportAnswer = z.infer<typeof testReport>
