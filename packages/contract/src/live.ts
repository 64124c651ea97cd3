import { z } from 'zod'
import { documentedAs } from './documented.ts'

/** Additions of our own: hearing of changes, and seeing each other. */

export const eventQuery = z.looseObject({
  last_event_id: documentedAs(z.union([z.string(), z.array(z.string())]).optional(), {
    type: 'string',
    description: 'Where one was, for who cannot send `Last-Event-ID`',
  }),
})

/** The data of an event `signals`. */
export const liveSignals = z.object({
  signals: z.array(z.object({ id: z.int(), is_new: z.boolean(), version: z.int() })),
})

export const presence = z.object({
  others: z.array(z.string()).meta({ description: 'Names of those who have the report open as well' }),
})

export type LiveSignals = z.infer<typeof liveSignals>
export type Presence = z.infer<typeof presence>
