import { z } from 'zod'

/** Additions of our own: words of danger, and what they do. */

const inWords = z.object({ nl: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) })
const phrase = z.string().trim().min(1).max(100)

export const urgencyRule = z.object({
  id: z
    .string()
    .max(50)
    .regex(/^[a-z0-9-]+$/),
  name: inWords,
  phrases: z.array(phrase).min(1).max(200).meta({
    description: 'Words or phrases; `*` stands for any letters at the beginning or the end of a word',
  }),
  unless: z.array(phrase).max(200).meta({ description: 'With one of these in the text it does not apply' }),
  effect: z.enum(['high-priority', 'duty-number']).meta({
    description: 'Both make a new report urgent; `duty-number` makes forms show whom to call as well',
  }),
  is_active: z.boolean(),
})

export const urgencyRules = z.object({
  is_active: z.boolean(),
  are_shipped: z.boolean().meta({ description: 'Whether they are the rules that come with the product' }),
  changed_at: z.string().nullable(),
  changed_by: z.string().nullable(),
  rules: z.array(urgencyRule),
})

export const urgencyRulesChange = z.object({
  is_active: z.boolean(),
  rules: z.array(urgencyRule.extend({ unless: urgencyRule.shape.unless.default([]) })).max(100),
})

export const urgencyRequest = z.object({ text: z.string() })

export const urgencyAnswer = z.object({
  matches: z.array(
    z.object({
      rule: z.object({ id: z.string(), name: z.object({ nl: z.string(), en: z.string() }) }),
      found: z.string(),
      effect: z.enum(['high-priority', 'duty-number']),
    }),
  ),
  show_duty_number: z.boolean(),
  duty_number: z.string().nullable(),
})

export type UrgencyRuleAnswer = z.infer<typeof urgencyRule>
export type UrgencyRulesAnswer = z.infer<typeof urgencyRules>
export type UrgencyAnswer = z.infer<typeof urgencyAnswer>
