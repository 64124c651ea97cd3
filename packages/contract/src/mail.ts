import { MAIL_TEMPLATE_KEYS, TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { halPageOf, pageQuery, selfLink } from './hal.ts'
import { email, moment, optionalText, text } from './signal-fields.ts'

export const mailPreviewRequest = z.object({
  status: z.string(),
  text: optionalText(TEXT_LIMITS.mailPreviewText),
  email_override: email.nullish().transform((value) => value || null),
})

export const mailPreview = z.object({ subject: z.string(), html: z.string() })

const mailStates = z.enum(['queued', 'sent', 'failed'])

export const loggedMail = z.object({
  _links: selfLink,
  id: z.int(),
  signal_id: z.int().nullable(),
  template: z.string(),
  recipient: z.string(),
  subject: z.string(),
  state: mailStates,
  attempts: z.int(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  sent_at: z.string().nullable(),
})
export type LoggedMailRow = z.infer<typeof loggedMail>

export const loggedMailPage = halPageOf(loggedMail)

export const loggedMailText = loggedMail.extend({ text: z.string(), html: z.string() })

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number)

export const mailListQuery = pageQuery.extend({
  signal: number.optional(),
  state: mailStates.optional(),
  template: z.enum(MAIL_TEMPLATE_KEYS).optional(),
  recipient: text(254, { blank: true }).optional(),
  created_after: moment.optional(),
  created_before: moment.optional(),
})
