import { SIGNAL_ORDERINGS } from '@signalen/domain'
import { z } from 'zod'

/** An addition of our own: how someone likes to see things, wherever they sign in. */

const ORDERINGS = SIGNAL_ORDERINGS.flatMap((name) => [name, `-${name}`])

export const preferencesRequest = z.object({
  start_page: z
    .string()
    .max(4000)
    .regex(/^\/incidents(\?|$)/)
    .nullish()
    .meta({ description: 'The list where one begins, as its address within the app' }),
  columns: z
    .array(z.string().regex(/^[a-z_]{1,40}$/))
    .max(40)
    .nullish()
    .meta({ description: 'The columns of the list, in their order' }),
  ordering: z.enum(ORDERINGS).nullish().meta({ description: 'The order of a list that names none' }),
  list_view: z.enum(['list', 'both', 'map']).nullish(),
})

export const preferences = z.object({
  start_page: z.string().nullable(),
  columns: z.array(z.string()).nullable(),
  ordering: z.string().nullable(),
  list_view: z.enum(['list', 'both', 'map']).nullable(),
  is_chosen: z.boolean().meta({ description: 'False until the first choice' }),
})

export type PreferencesAnswer = z.infer<typeof preferences>
