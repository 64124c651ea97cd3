import { SIGNAL_FILTER_FIELDS, SIGNAL_FILTER_NAMES, SIGNAL_ORDERINGS } from '@signalen/domain'
import { z } from 'zod'
import { geoPoint } from './signal-parts.ts'

const oneOrMore = z.union([z.string(), z.array(z.string())]).optional()

/** Every filter; what may be filled in is checked by the rules of the filters, which know the choices. */
const filters = Object.fromEntries(
  SIGNAL_FILTER_NAMES.map((name) => {
    const field = SIGNAL_FILTER_FIELDS[name]
    return [
      name,
      field.kind === 'choice' && field.isMultiple ? oneOrMore : oneOrMore.meta({ type: 'string' }),
    ]
  }),
)

const paging = { page: oneOrMore, page_size: oneOrMore }

export const signalListQuery = z.looseObject({
  ...filters,
  ...paging,
  ordering: oneOrMore.meta({
    description: `Comma separated; - before it turns it round: ${SIGNAL_ORDERINGS.join(', ')}`,
  }),
})

export const signalGeographyQuery = z.looseObject({
  ...filters,
  geopage: oneOrMore,
  page_size: oneOrMore,
  ordering: oneOrMore,
})

/** A GeoJSON answer; `features` is null when there are none, as clients of the released server expect. */
export function featureCollectionOf<Properties extends z.ZodType>(properties: Properties) {
  const feature = z.object({ type: z.literal('Feature'), geometry: geoPoint, properties })
  return z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).nullable() })
}

export const signalGeography = featureCollectionOf(z.object({ id: z.int(), created_at: z.string() }))
