import { LONGEST_EXPRESSION } from '@signalen/domain'
import { z } from 'zod'
import { booleanField } from './fields.ts'
import { halPageOf, pageQuery } from './hal.ts'
import { bodyId, queryList, queryText } from './query.ts'
import { text } from './signal-fields.ts'

export const expression = z.object({
  id: z.int(),
  name: z.string(),
  code: z.string(),
  type: z.string(),
  /** What is wrong with the code, so that it never applies. */
  error: z.string().nullable(),
  routing_department: z
    .object({
      department: z.object({ id: z.int(), code: z.string(), name: z.string(), is_intern: z.boolean() }),
      order: z.int(),
      user_email: z.string().nullable(),
      is_active: z.boolean(),
    })
    .nullable(),
})
export type ExpressionAnswer = z.infer<typeof expression>

export const expressionPage = halPageOf(expression)

export const expressionListQuery = pageQuery.extend({
  name: queryText.optional(),
  type_name: queryList.optional(),
})

const LARGEST_ORDER = 2_147_483_647

export const expressionCreateRequest = z.object({
  name: text(255),
  code: text(LONGEST_EXPRESSION),
  type: text(255),
  routing_department: z
    .object({
      department: z.object({ id: bodyId }),
      user_email: text(150).nullable().optional(),
      order: z.int().min(0).max(LARGEST_ORDER).optional(),
      is_active: booleanField.optional(),
    })
    .nullable()
    .optional(),
})

export const expressionUpdateRequest = expressionCreateRequest.partial()

export const expressionValidateQuery = z.object({
  type: z.string().optional(),
  expression: z.string().optional(),
})

export const expressionContextQuery = z.object({ type: queryText.optional() })

export const expressionContext = z.array(
  z.object({ identifier: z.string(), identifier_type: z.string(), type: z.string() }),
)

export const expressionFault = z.object({ result: z.string() })

export const expressionTryRequest = z.object({
  code: text(LONGEST_EXPRESSION),
  department: bodyId,
  order: z.int().min(0).max(LARGEST_ORDER),
  /** The rule that it would take the place of. */
  expression: bodyId.nullable().optional(),
})

export const expressionTrial = z.object({
  from: z.string(),
  count: z.int(),
  is_capped: z.boolean(),
  matches: z.int(),
  moves: z.int(),
  examples: z.array(
    z.object({
      id: z.int(),
      created_at: z.string(),
      category: z.string(),
      from: z.array(z.string()),
    }),
  ),
})
export type ExpressionTrialAnswer = z.infer<typeof expressionTrial>

export const expressionOrderRequest = z.object({ ids: z.array(bodyId).max(10_000) })
