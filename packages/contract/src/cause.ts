import { z } from 'zod'

/** Additions of our own: what was behind a report, from a list of the municipality. */

export const causeChange = z.object({ cause: z.string().max(100).nullable() })

export const signalCause = z.object({
  cause: z.string().nullable(),
  choices: z.array(z.string()).meta({ description: 'None where the municipality keeps no causes' }),
})

export const causeList = z.object({ choices: z.array(z.string()) })

export type SignalCause = z.infer<typeof signalCause>
export type CauseList = z.infer<typeof causeList>
