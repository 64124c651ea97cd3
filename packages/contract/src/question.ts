import { z } from 'zod'
import { halPageOf, pageQuery } from './hal.ts'
import { queryText } from './query.ts'

export const question = z.object({
  key: z.string(),
  field_type: z.string(),
  meta: z.record(z.string(), z.unknown()),
  required: z.boolean(),
})

export const questionPage = halPageOf(question)

export const questionListQuery = pageQuery.extend({
  main_slug: queryText.optional(),
  sub_slug: queryText.optional(),
})
