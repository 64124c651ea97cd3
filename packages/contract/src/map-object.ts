import { z } from 'zod'
import { documentedAs } from './documented.ts'
import { pathId } from './query.ts'

/** An addition of our own: open data about objects, through our own server. */

export const objectsParams = z.object({
  main: z.string().meta({ description: 'Slug of the main category' }),
  sub: z.string().meta({ description: 'Slug of the subcategory' }),
  key: z.string().meta({ description: 'Of the question' }),
})

export const objectsQuery = z.object({
  bbox: z.string().meta({ description: 'min_lon,min_lat,max_lon,max_lat' }),
})

export const objectIconParams = objectsParams.extend({
  index: documentedAs(pathId, {
    type: 'integer',
    minimum: 0,
    description: 'Which kind of objects of the question, from 0',
  }),
})

export const mapObjects = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({
      type: z.literal('Feature'),
      geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
})
