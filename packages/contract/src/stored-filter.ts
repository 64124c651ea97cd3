import { z } from 'zod'
import { booleanField } from './fields.ts'
import { halPageOf, href } from './hal.ts'
import { json, text } from './signal-fields.ts'

export const storedFilter = z.object({
  _links: z.object({
    curies: z.object({ name: z.string(), href: z.string() }),
    self: href,
    'sia:filter': href,
  }),
  _display: z.string(),
  id: z.int(),
  name: z.string(),
  created_at: z.string(),
  options: z.record(z.string(), z.unknown()),
  refresh: z.boolean(),
  show_on_overview: z.boolean(),
})
export type StoredFilterAnswer = z.infer<typeof storedFilter>

export const storedFilterPage = halPageOf(storedFilter)

/** What options there can be is a rule of the list of reports, not of this schema. */
export const storedFilterCreateRequest = z.object({
  name: text(10_000),
  options: json.optional(),
  refresh: booleanField.optional(),
  show_on_overview: booleanField.optional(),
})

export const storedFilterUpdateRequest = storedFilterCreateRequest.partial()

/** Additions of our own: filters that a department has in its list. */

export const sharedFilter = z.object({
  id: z.int(),
  name: z.string(),
  options: z.record(z.string(), z.unknown()),
  department: z.object({ code: z.string(), name: z.string() }),
  created_by: z.string(),
  is_own: z.boolean(),
})

export const sharedFilterPage = halPageOf(sharedFilter)

export const filterSharing = z.object({
  department: z.string().max(100).nullable().meta({ description: 'Its code; null ends it' }),
})

export type SharedFilterAnswer = z.infer<typeof sharedFilter>
