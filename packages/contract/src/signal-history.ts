import { z } from 'zod'

const one = z.union([z.string(), z.array(z.string())]).optional()

export const signalHistoryQuery = z.looseObject({ what: one, created_after: one })

export const signalHistory = z.array(
  z.object({
    identifier: z.string(),
    when: z.string(),
    what: z.string(),
    action: z.string(),
    description: z.string().nullable(),
    who: z.string(),
    _signal: z.int(),
  }),
)
