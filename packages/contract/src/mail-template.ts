import { MAIL_TEMPLATE_KEYS, MESSAGES, RESIDENT_LANGUAGES, TRANSLATION_LANGUAGES } from '@signalen/domain'
import { z } from 'zod'
import { halPageOf, selfLink } from './hal.ts'
import { idInput, text } from './signal-fields.ts'

export const mailTemplate = z.object({
  _links: selfLink,
  key: z.enum(MAIL_TEMPLATE_KEYS),
  language: z.enum(RESIDENT_LANGUAGES),
  translations: z
    .array(z.enum(TRANSLATION_LANGUAGES))
    .meta({ description: 'Other languages in which this occasion has a text' }),
  title: z.string().nullable(),
  body: z.string(),
  is_own: z.boolean(),
  variables: z.array(z.string()),
  created_by: z.string().nullable(),
  updated_at: z.string().nullable(),
})

export const mailTemplatePage = halPageOf(mailTemplate)

export const mailTemplateQuery = z.object({
  language: z
    .enum(RESIDENT_LANGUAGES)
    .default('nl')
    .meta({ description: 'Of the text; a reporter who reads it gets it instead of the Dutch one' }),
})

export const mailTemplateParams = z.object({ key: z.enum(MAIL_TEMPLATE_KEYS) })

const title = text(255)
const body = z
  .string()
  .min(1)
  .max(100_000)
  .refine((value) => !value.includes('\0') && value.isWellFormed(), MESSAGES.nullCharacters)

export const mailTemplateUpdate = z.object({ title, body })

export const mailTemplatePreviewRequest = z.object({ title, body, signal: idInput })

export const mailTemplatePreview = z.object({ subject: z.string(), html: z.string(), text: z.string() })
