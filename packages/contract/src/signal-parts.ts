import { TRANSLATION_LANGUAGES } from '@signalen/domain'
import { z } from 'zod'

/** The parts of a report as they stand in answers. */

export const geoPoint = z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) })

export const signalStatus = z.object({
  text: z.string().nullable(),
  user: z.string().nullable(),
  state: z.string(),
  state_display: z.string(),
  target_api: z.string().nullable(),
  extra_properties: z.unknown(),
  send_email: z.boolean(),
  created_at: z.string(),
  email_override: z.string().nullable(),
})

export const signalLocation = z.object({
  id: z.int().nullable(),
  stadsdeel: z.string().nullable(),
  buurt_code: z.string().nullable(),
  area_type_code: z.string().nullable(),
  area_code: z.string().nullable(),
  area_name: z.string().nullable(),
  address: z.record(z.string(), z.unknown()).nullable(),
  address_text: z.string(),
  postcode: z.string().nullable(),
  geometrie: geoPoint,
  extra_properties: z.unknown(),
  created_by: z.string().nullable(),
  bag_validated: z.boolean(),
})

export const signalCategory = z.object({
  sub: z.string(),
  sub_slug: z.string(),
  main: z.string(),
  main_slug: z.string(),
  category_url: z.string(),
  departments: z.string(),
  created_by: z.string().nullable(),
  text: z.string().nullable(),
  deadline: z.string().nullable(),
  deadline_factor_3: z.string().nullable(),
})

export const signalReporter = z.object({
  email: z.string(),
  phone: z.string(),
  sharing_allowed: z.boolean(),
  allows_contact: z.boolean(),
  language: z
    .enum(TRANSLATION_LANGUAGES)
    .optional()
    .meta({ description: 'In which the reporter reads, when that is not Dutch; an addition of our own' }),
})

export const signalPriority = z.object({ priority: z.string(), created_by: z.string().nullable() })

export const signalNote = z.object({ text: z.string(), created_by: z.string().nullable() })

export const signalType = z.object({
  code: z.string(),
  created_at: z.string(),
  created_by: z.string().nullable(),
})

export const signalDepartment = z.object({
  id: z.int(),
  code: z.string(),
  name: z.string(),
  is_intern: z.boolean(),
})

export const shortCategory = z.object({
  sub: z.string(),
  sub_slug: z.string(),
  departments: z.string(),
  main: z.string(),
  main_slug: z.string(),
})

export const shortStatus = z.object({ state: z.string(), state_display: z.string() })
