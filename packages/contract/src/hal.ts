import { z } from 'zod'
import { documentedAs, PAGE, PAGE_SIZE } from './documented.ts'

export const href = z.object({ href: z.string() })

export const selfLink = z.object({ self: href })

/** The envelope of every list of the v1 API. */
export function halPageOf<Row extends z.ZodType>(row: Row) {
  return z.object({
    _links: z.object({
      self: href,
      next: z.object({ href: z.string().nullable() }),
      previous: z.object({ href: z.string().nullable() }),
    }),
    count: z.int(),
    results: z.array(row),
  })
}

/** A boolean in a query string: true/True/1 and false/False/0; left empty it asks nothing. */
export const queryBoolean = z
  .enum(['true', 'True', '1', 'false', 'False', '0', ''])
  .transform((value) => (value === '' ? undefined : value.toLowerCase() === 'true' || value === '1'))

/** Of a parameter that comes more often, the last one counts. */
const oneOrMore = z.union([z.string(), z.array(z.string())]).optional()

/** Paging, as every list takes it; parameters that a list does not know are ignored. */
export const pageQuery = z.object({
  page: documentedAs(oneOrMore, PAGE),
  page_size: documentedAs(oneOrMore, PAGE_SIZE),
})

/** What a client gets, by the schema of the answer. */
export type AnswerOf<Schema extends z.ZodType> = z.infer<Schema>

/** One row of a list, by the schema of the list. */
export type RowOf<Schema extends z.ZodType> = z.infer<Schema> extends { results: (infer Row)[] } ? Row : never
