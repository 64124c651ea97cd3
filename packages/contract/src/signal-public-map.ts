import { z } from 'zod'
import { documentedAs, PAGE, PAGE_SIZE } from './documented.ts'
import { featureCollectionOf } from './signal-list.ts'

const oneOrMore = z.union([z.string(), z.array(z.string())]).optional()

export const publicGeographyQuery = z.looseObject({
  bbox: oneOrMore.meta({ description: 'min_lon,min_lat,max_lon,max_lat' }),
  lon: oneOrMore,
  lat: oneOrMore,
  maincategory_slug: oneOrMore,
  category_slug: oneOrMore,
  group_by: oneOrMore.meta({ description: '`category`: one place for each category' }),
  geopage: documentedAs(oneOrMore, PAGE),
  page_size: documentedAs(oneOrMore, PAGE_SIZE),
})

const named = { name: z.string(), slug: z.string() }

export const publicGeography = featureCollectionOf(
  z.object({ category: z.object({ ...named, parent: z.object(named) }), created_at: z.string() }),
)

export const mapSignals = featureCollectionOf(
  z.object({
    id: z.int(),
    status: z.string(),
    category: z.object({ sub: z.string(), main: z.string() }),
    created_at: z.string(),
  }),
)
