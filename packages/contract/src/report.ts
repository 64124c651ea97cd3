import { z } from 'zod'
import { queryMoment } from './query.ts'

export const reportQuery = z.object({ start: queryMoment.optional(), end: queryMoment.optional() })

export const signalReport = z.object({
  total_signal_count: z.int(),
  results: z.array(
    z.object({
      category: z.object({ name: z.string(), departments: z.array(z.string()) }),
      signal_count: z.int(),
    }),
  ),
})
export type SignalReport = z.infer<typeof signalReport>
