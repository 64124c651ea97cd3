import { z } from 'zod'
import { documentedAs, PAGE, PAGE_SIZE } from './documented.ts'
import { halPageOf, href, selfLink } from './hal.ts'
import { featureCollectionOf } from './signal-list.ts'
import { shortCategory, shortStatus } from './signal-parts.ts'

export const signalContext = z.object({
  _links: z.object({
    curies: z.object({ name: z.string(), href: z.string() }),
    self: href,
    'sia:context-reporter-detail': href,
    'sia:context-geography-detail': href,
  }),
  near: z.object({ signal_count: z.int() }),
  reporter: z
    .object({
      signal_count: z.int(),
      open_count: z.int(),
      positive_count: z.int(),
      negative_count: z.int(),
    })
    .nullable(),
})

export const reporterSignalPage = halPageOf(
  z.object({
    id: z.int(),
    created_at: z.string(),
    category: shortCategory,
    status: shortStatus,
    feedback: z
      .object({ is_satisfied: z.boolean().nullable(), submitted_at: z.string().nullable() })
      .nullable(),
    can_view_signal: z.boolean(),
    has_children: z.boolean(),
  }),
)

export const nearSignals = featureCollectionOf(
  z.object({ id: z.int(), created_at: z.string(), status: shortStatus }),
)

export const childPage = halPageOf(
  z.object({
    _links: selfLink,
    id: z.int(),
    status: shortStatus,
    category: shortCategory,
    updated_at: z.string(),
    can_view_signal: z.boolean(),
  }),
)

const one = z.union([z.string(), z.array(z.string())]).optional()
const paging = { page: documentedAs(one, PAGE), page_size: documentedAs(one, PAGE_SIZE) }

export const promotedParentsQuery = z.looseObject({ after: one, ...paging })
export const categoryRemovedQuery = z.looseObject({ after: one, before: one, category_slug: one, ...paging })
export const signalIdPage = halPageOf(z.object({ id: z.int() }))
export const signalSearchQuery = z.looseObject({ q: one, ordering: one, ...paging })
export const nearSignalsQuery = z.looseObject({
  geopage: documentedAs(one, PAGE),
  page_size: documentedAs(one, PAGE_SIZE),
})
