import { z } from 'zod'
import { halPageOf, selfLink } from './hal.ts'
import { shortCategory, shortStatus } from './signal-parts.ts'

/** Additions of our own: which reports belong together. */

export const relation = z.object({
  _links: selfLink,
  kind: z.enum(['duplicate_of', 'duplicate', 'linked']).meta({
    description:
      'This report is a duplicate of the other, the other is a duplicate of this one, or they are linked',
  }),
  created_at: z.string(),
  created_by: z.string().nullable(),
  signal: z.object({
    id: z.int(),
    id_display: z.string(),
    text: z.string().meta({ description: 'Empty where one may not see the report' }),
    created_at: z.string(),
    category: shortCategory,
    status: shortStatus,
    can_view_signal: z.boolean(),
  }),
})

export const relationPage = halPageOf(relation)

export const newRelation = z.object({
  kind: z.enum(['duplicate_of', 'linked']).meta({
    description: 'A duplicate is closed, and its reporter gets the answers that the other one gets',
  }),
  signal: z.int().min(1).max(2_147_483_647).meta({ description: 'The number of the other report' }),
  text: z.string().max(3000).nullish().meta({
    description: 'For the reporter of a duplicate; without it no mail goes out',
  }),
})

export const relationParams = z.object({ id: z.string(), other: z.string() })

export type RelationAnswer = z.infer<typeof relation>
