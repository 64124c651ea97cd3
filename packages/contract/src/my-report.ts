import { z } from 'zod'
import { halPageOf, href, pageQuery } from './hal.ts'
import { queryChoice } from './query.ts'
import { geoPoint } from './signal-parts.ts'

const curies = z.object({ name: z.string(), href: z.string() })

const status = z.object({ state: z.string(), state_display: z.string() })

const common = {
  _display: z.string(),
  uuid: z.uuid(),
  id_display: z.string(),
  text: z.string(),
  status,
  created_at: z.string(),
}

export const myReport = z.object({ _links: z.object({ curies, self: href }), ...common })

export const myReportPage = halPageOf(myReport)

export const myReportDetail = z.object({
  _links: z.object({
    curies,
    self: href,
    archives: href,
    'sia:attachments': z
      .array(
        z.object({
          href: z.string(),
          created_by: z.string().nullable(),
          created_at: z.string(),
          caption: z.string().nullable(),
        }),
      )
      .optional(),
  }),
  ...common,
  location: z.object({
    address: z.record(z.string(), z.unknown()).nullable(),
    address_text: z.string(),
    geometrie: geoPoint,
  }),
  extra_properties: z.unknown(),
})

const ordering = queryChoice(['created_at', '-created_at']).optional()

export const myReportListQuery = pageQuery.extend({
  status: queryChoice(['open', 'closed']).optional(),
  ordering,
})

export const myReportHistoryQuery = z.object({ what: z.string().max(100).optional(), ordering })

export const myReportHistory = z.array(
  z.object({
    when: z.string(),
    what: z.string(),
    action: z.string(),
    description: z.string().nullable(),
    _signal: z.uuid(),
  }),
)

export const myReportLinkRequest = z
  .object({
    email: z.unknown().optional(),
    language: z.unknown().optional().meta({ description: 'Of the mail, where it has a text in it' }),
  })
  .nullish()

export const myReportReader = z.object({ email: z.string() })
