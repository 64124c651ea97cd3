import { z } from 'zod'
import { halPageOf, selfLink } from './hal.ts'
import { shortCategory, shortStatus } from './signal-parts.ts'

/** Additions of our own: whether something has been reported already. */

const inWords = z.object({ nl: z.string(), en: z.string() })

const likelyDuplicate = z.object({
  _links: selfLink,
  id: z.int(),
  id_display: z.string(),
  text: z.string(),
  created_at: z.string(),
  category: shortCategory,
  status: shortStatus,
  distance: z.int().meta({ description: 'Metres' }),
  score: z.number().meta({ description: '0 to 1' }),
  reason: inWords,
})

export const duplicatePage = halPageOf(likelyDuplicate)

export const duplicateRequest = z.object({
  text: z.string().max(3000).default(''),
  category_url: z.string().max(500).optional().meta({ description: 'Address of a subcategory' }),
  location: z.object({ longitude: z.number(), latitude: z.number() }),
})

const one = z.union([z.string(), z.array(z.string())]).optional()

export const nearbyQuery = z.looseObject({
  lon: one,
  lat: one,
  category: one.meta({ description: '`main` or `main/sub`, by their slugs' }),
})

export const nearbyPage = halPageOf(
  z.object({
    category: z.object({
      name: z.string(),
      slug: z.string(),
      parent: z.object({ name: z.string(), slug: z.string() }),
    }),
    status: z.object({ state: z.string(), state_display: z.string() }),
    reported_on: z.string().meta({ description: 'The day', format: 'date' }),
    within_metres: z.int(),
    reference: z
      .string()
      .nullable()
      .meta({ description: 'To follow this report by; null where it cannot be followed' }),
  }),
)

export type LikelyDuplicateAnswer = z.infer<typeof likelyDuplicate>
