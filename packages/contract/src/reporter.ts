import { REPORTER_STATES, TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { booleanField } from './fields.ts'
import { halPageOf, pageQuery } from './hal.ts'
import { queryChoice } from './query.ts'
import { email, optionalText } from './signal-fields.ts'

export const reporter = z.object({
  id: z.int(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  allows_contact: z.boolean(),
  sharing_allowed: z.boolean(),
  state: z.enum(REPORTER_STATES),
  email_verification_token_expires: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
})
export type Reporter = z.infer<typeof reporter>

export const reporterPage = halPageOf(reporter)

export const reporterListQuery = pageQuery.extend({ state: queryChoice(REPORTER_STATES).optional() })

export const reporterCreation = z.object({
  email: email.nullish().transform((value) => value || null),
  phone: optionalText(TEXT_LIMITS.phone),
  sharing_allowed: booleanField,
})

export const reporterCancellation = z.object({ reason: optionalText(TEXT_LIMITS.noteText) }).nullish()

export const emailVerification = z.object({ token: z.string().max(200) })
