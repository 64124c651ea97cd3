import { STATUS_CODES } from '@signalen/domain'
import { z } from 'zod'
import { booleanField } from './fields.ts'
import { halPageOf, pageQuery, queryBoolean } from './hal.ts'
import { bodyId, queryList, queryNumber, queryTerms, queryText } from './query.ts'
import { text } from './signal-fields.ts'

export const statusMessage = z.object({
  id: z.int(),
  title: z.string(),
  text: z.string(),
  active: z.boolean(),
  state: z.string(),
  categories: z.array(z.int()),
  updated_at: z.string(),
  created_at: z.string(),
})
export type StatusMessageAnswer = z.infer<typeof statusMessage>

export const statusMessagePage = halPageOf(statusMessage)

const state = z.enum(STATUS_CODES)
const stateList = queryList.pipe(z.array(state))

export const statusMessageListQuery = pageQuery.extend({
  active: queryBoolean.optional(),
  category_id: queryNumber.optional(),
  state: stateList.optional(),
  ordering: queryTerms.optional(),
})

const LONGEST_TEXT = 100_000

export const statusMessageCreateRequest = z.object({
  title: text(255),
  text: text(LONGEST_TEXT),
  active: booleanField.optional(),
  state,
  categories: z.array(bodyId).optional(),
})

export const statusMessageUpdateRequest = statusMessageCreateRequest.partial()

const LARGEST_POSITION = 2_147_483_647

const messagePosition = z.object({
  status_message: bodyId.pipe(z.int().min(1)),
  position: bodyId.pipe(z.int().min(0).max(LARGEST_POSITION)),
})

export const messagePositionsRequest = z.union([z.array(messagePosition), messagePosition])
export const messagePositions = z.union([
  z.array(z.object({ status_message: z.int(), position: z.int() })),
  z.object({ status_message: z.int(), position: z.int() }),
])

export const statusMessageSearchQuery = pageQuery.extend({
  q: queryText.max(1000).optional(),
  state: stateList.optional(),
  active: queryBoolean.optional(),
})

export const statusMessageSearchResult = z.object({
  count: z.int(),
  results: z.array(
    z.object({
      id: z.int(),
      title: z.string(),
      text: z.string(),
      active: z.boolean(),
      state: z.string(),
      meta: z.object({ highlight: z.object({ title: z.array(z.string()), text: z.array(z.string()) }) }),
    }),
  ),
  facets: z.object({
    state: z.array(z.object({ term: z.string(), count: z.int(), active: z.boolean() })),
    active: z.array(z.object({ term: z.boolean(), count: z.int(), active: z.boolean() })),
  }),
})
export type StatusMessageSearchAnswer = z.infer<typeof statusMessageSearchResult>

const nullableText = z.string().nullable()

/** Standard texts of the first generation, gathered by state. */
export const statusMessageTemplates = z.array(
  z.object({
    state: z.string(),
    templates: z.array(z.object({ title: nullableText, text: nullableText, is_active: z.boolean() })),
  }),
)

export const statusMessageTemplatesRequest = z.array(
  z.object({
    state,
    templates: z.array(
      z.object({
        title: text(255, { blank: true }).nullable().default(null),
        text: text(LONGEST_TEXT, { blank: true }).nullable().default(null),
        is_active: booleanField.default(false),
      }),
    ),
  }),
)
