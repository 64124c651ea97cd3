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

/** An addition of our own: how work stands. */
export const dashboard = z.object({
  departments: z.array(z.object({ code: z.string(), name: z.string(), open: z.int(), late: z.int() })),
  all: z.object({ open: z.int(), late: z.int(), unassigned: z.int() }),
  mine: z.object({ open: z.int(), late: z.int() }),
  weeks: z
    .array(z.object({ start: z.string().meta({ format: 'date' }), made: z.int(), ended: z.int() }))
    .meta({ description: 'The last eight, the oldest first, each from Monday' }),
})
export type DashboardAnswer = z.infer<typeof dashboard>
