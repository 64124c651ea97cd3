import { z } from 'zod'
import { halPageOf, pageQuery, queryBoolean } from './hal.ts'

export const source = z.object({
  id: z.int(),
  name: z.string(),
  description: z.string(),
  is_active: z.boolean(),
  can_be_selected: z.boolean(),
})
export type Source = z.infer<typeof source>

export const sourcePage = halPageOf(source)

export const sourceListQuery = pageQuery.extend({
  is_active: queryBoolean.optional(),
  can_be_selected: queryBoolean.optional(),
})
