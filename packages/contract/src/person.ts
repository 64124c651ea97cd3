import { z } from 'zod'
import { halPageOf } from './hal.ts'

const typed = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine((value) => !value.includes('\0'), 'Null-tekens zijn niet toegestaan.')

/** Whom it is about: in the body, as an address of a page is kept in logs. */
export const personRequest = z.object({
  email: typed(254).nullish(),
  phone: typed(40).nullish(),
})

const seen = { signal_count: z.int().min(0).meta({ description: 'How many reports were found before' }) }

export const personCorrection = personRequest.extend({
  ...seen,
  new_email: typed(254).optional(),
  new_phone: typed(40).optional(),
})

export const personErasure = personRequest.extend({
  ...seen,
  words: z
    .array(typed(100))
    .max(20)
    .optional()
    .meta({ description: "Names and the like, taken out of the person's own reports as well" }),
  files: z
    .enum(['keep', 'delete'])
    .default('keep')
    .meta({ description: 'What becomes of photos that the person sent' }),
})

export const registerEntry = z.object({
  id: z.int(),
  occurred_at: z.string(),
  actor: z.string().nullable(),
  action: z.string(),
  person: z.string().nullable().meta({ description: 'The same for the same person; tells not who' }),
  detail: z.record(z.string(), z.unknown()),
})

export const registerPage = halPageOf(registerEntry)

export const personMention = z.object({
  place: z.string(),
  id: z.int(),
  signal_id: z.int().nullable(),
  excerpt: z.string(),
})

export const personFound = z.object({
  signal_count: z.int(),
  signal_ids: z.array(z.int()),
  reporter_count: z.int(),
  mail_count: z.int(),
  subscription_count: z.int(),
  is_employee: z.boolean(),
  mentions: z.array(personMention),
  earlier: z.array(registerEntry),
})

export const personCorrected = z.object({
  signal_count: z.int(),
  reporter_count: z.int(),
  mail_count: z.int(),
})

export const personErased = personCorrected.extend({ text_count: z.int(), file_count: z.int() })

const report = z.object({
  id: z.int(),
  id_display: z.string(),
  created_at: z.string(),
  incident_date_start: z.string(),
  status: z.string(),
  main_category: z.string(),
  sub_category: z.string(),
  text: z.string(),
  text_extra: z.string(),
  address: z.unknown(),
  longitude: z.number(),
  latitude: z.number(),
  extra_properties: z.unknown(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  sharing_allowed: z.boolean(),
  language: z.string().meta({ description: 'In which the person hears back' }),
  files: z.array(
    z.object({
      id: z.int(),
      file_name: z.string(),
      mimetype: z.string(),
      size: z.int(),
      created_at: z.string(),
      location: z.string(),
    }),
  ),
  feedback: z.array(
    z.object({
      submitted_at: z.string().nullable(),
      is_satisfied: z.boolean().nullable(),
      allows_contact: z.boolean(),
      text_list: z.array(z.string()).nullable(),
      text_extra: z.string().nullable(),
    }),
  ),
  history: z.array(z.object({ when: z.string(), action: z.string(), description: z.string().nullable() })),
})

export const personDossier = z.object({
  made_at: z.string(),
  reports: z.array(report),
  mails: z.array(
    z.object({
      id: z.int(),
      signal_id: z.int().nullable(),
      created_at: z.string(),
      sent_at: z.string().nullable(),
      subject: z.string(),
      text: z.string(),
    }),
  ),
  subscriptions: z.array(
    z.object({
      about: z.string(),
      pace: z.string(),
      created_at: z.string(),
      confirmed_at: z.string().nullable(),
    }),
  ),
  mentions: z.array(personMention),
})

export type PersonFoundAnswer = z.infer<typeof personFound>
export type PersonCorrectedAnswer = z.infer<typeof personCorrected>
export type PersonErasedAnswer = z.infer<typeof personErased>
export type RegisterEntryAnswer = z.infer<typeof registerEntry>
