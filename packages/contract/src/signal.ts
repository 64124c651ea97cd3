import { z } from 'zod'
import { documentedAs, ID, UUID } from './documented.ts'
import { halPageOf, href, selfLink } from './hal.ts'
import {
  signalCategory,
  signalDepartment,
  signalLocation,
  signalNote,
  signalPriority,
  signalReporter,
  signalStatus,
  signalType,
} from './signal-parts.ts'

/** What anyone who has the number of a report may see. */
export const publicSignal = z.object({
  _display: z.string(),
  id: z.int(),
  id_display: z.string(),
  signal_id: z.uuid(),
  status: z.object({ state: z.enum(['OPEN', 'CLOSED']), state_display: z.string() }),
  created_at: z.string(),
  updated_at: z.string(),
  incident_date_start: z.string(),
  incident_date_end: z.string().nullable(),
})

/** An addition of our own: how a report is getting on, for who made it. */
export const signalProgress = z.object({
  id_display: z.string(),
  news: z.enum(['waiting', 'planned', 'solved', 'closed', 'divided', 'again', 'busy']),
  created_at: z.string(),
  since: z.string().meta({ description: 'When it came to stand so' }),
  category: z.object({
    name: z.string(),
    slug: z.string(),
    parent: z.object({ name: z.string(), slug: z.string() }),
  }),
})

export const publicSignalParams = z.object({ uuid: documentedAs(z.string(), UUID) })

/** A report in a list, and as the answer to making one. */
export const signalListItem = z.object({
  _links: selfLink,
  _display: z.string(),
  id: z.int(),
  id_display: z.string(),
  signal_id: z.uuid(),
  source: z.string(),
  text: z.string(),
  text_extra: z.string(),
  status: signalStatus,
  location: signalLocation,
  category: signalCategory,
  reporter: signalReporter,
  priority: signalPriority,
  type: signalType,
  created_at: z.string(),
  updated_at: z.string(),
  incident_date_start: z.string(),
  incident_date_end: z.string().nullable(),
  operational_date: z.string().nullable(),
  has_attachments: z.boolean(),
  extra_properties: z.unknown(),
  notes: z.array(signalNote),
  /** Absent while there never were any. */
  directing_departments: z.array(signalDepartment).optional(),
  routing_departments: z.array(signalDepartment).nullable(),
  has_parent: z.boolean(),
  has_children: z.boolean(),
  assigned_user_email: z.string().nullable(),
})
export type SignalListItem = z.infer<typeof signalListItem>

export const signalPage = halPageOf(signalListItem)

export const signalDetail = z.object({
  _links: z.object({
    curies: z.object({ name: z.string(), href: z.string() }),
    self: href,
    archives: href,
    'sia:attachments': href,
    'sia:pdf': href,
    'sia:context': href,
    'sia:parent': href.optional(),
    'sia:children': z.array(href).optional(),
  }),
  _display: z.string(),
  category: signalCategory,
  id: z.int(),
  id_display: z.string(),
  has_attachments: z.boolean(),
  location: signalLocation,
  status: signalStatus,
  reporter: signalReporter,
  priority: signalPriority,
  notes: z.array(signalNote),
  type: signalType,
  source: z.string(),
  text: z.string(),
  text_extra: z.string(),
  extra_properties: z.unknown(),
  created_at: z.string(),
  updated_at: z.string(),
  incident_date_start: z.string(),
  incident_date_end: z.string().nullable(),
  directing_departments: z.array(signalDepartment).optional(),
  routing_departments: z.array(signalDepartment).nullable(),
  attachments: z.array(z.string()),
  assigned_user_email: z.string().nullable(),
  /** Counts the changes: the value of `ETag`, for `If-Match`. */
  version: z.int(),
})
export type SignalDetail = z.infer<typeof signalDetail>

export const signalParams = z.object({ id: documentedAs(z.string(), ID) })
