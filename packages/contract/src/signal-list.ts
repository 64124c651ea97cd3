import {
  type FilterField,
  SIGNAL_FILTER_FIELDS,
  SIGNAL_FILTER_NAMES,
  SIGNAL_ORDERINGS,
} from '@signalen/domain'
import { z } from 'zod'
import { documentedAs, PAGE, PAGE_SIZE } from './documented.ts'
import { geoPoint } from './signal-parts.ts'

const oneOrMore = z.union([z.string(), z.array(z.string())]).optional()

/** Every filter; what may be filled in is checked by the rules of the filters, which know the choices. */
const filters = Object.fromEntries(
  SIGNAL_FILTER_NAMES.map((name) => {
    return [name, documentedAs(oneOrMore, filterJson(SIGNAL_FILTER_FIELDS[name]))]
  }),
)

/** What a filter takes. What a municipality has, such as its areas, is not for this document to say. */
function filterJson(field: FilterField): Readonly<Record<string, unknown>> {
  switch (field.kind) {
    case 'number':
      return { type: 'integer' }
    case 'text':
      return { type: 'string' }
    case 'moment':
      return { type: 'string', format: 'date-time' }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'polygon':
      return { type: 'string', description: 'A drawn area: longitude,latitude;longitude,latitude;…' }
    case 'choice':
      return field.isMultiple ? { type: 'array', items: choiceJson(field) } : choiceJson(field)
  }
}

function choiceJson({ choices, orNone }: Extract<FilterField, { kind: 'choice' }>) {
  if (typeof choices === 'string') return { type: 'string' }
  return { type: 'string', enum: orNone ? [...choices, 'null'] : choices }
}

const paging = { page: documentedAs(oneOrMore, PAGE), page_size: documentedAs(oneOrMore, PAGE_SIZE) }

export const signalListQuery = z.looseObject({
  ...filters,
  ...paging,
  ordering: documentedAs(oneOrMore, {
    type: 'string',
    description: `Comma separated; - before it turns it round: ${SIGNAL_ORDERINGS.join(', ')}`,
  }),
})

export const signalGeographyQuery = z.looseObject({
  ...filters,
  geopage: documentedAs(oneOrMore, PAGE),
  page_size: documentedAs(oneOrMore, PAGE_SIZE),
  ordering: oneOrMore,
})

/** A GeoJSON answer; `features` is null when there are none, as clients of the released server expect. */
export function featureCollectionOf<Properties extends z.ZodType>(properties: Properties) {
  const feature = z.object({ type: z.literal('Feature'), geometry: geoPoint, properties })
  return z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).nullable() })
}

export const signalGeography = featureCollectionOf(z.object({ id: z.int(), created_at: z.string() }))

/** An addition of our own: how many reports each value of a filter would give. */

export const signalFacetsQuery = z.looseObject(filters)

const countByValue = z.record(z.string(), z.int())

export const signalFacets = z.object({
  status: countByValue,
  routing_department_code: countByValue,
  maincategory_slug: countByValue,
  category_slug: countByValue,
  priority: countByValue,
  source: countByValue,
  type: countByValue,
})

export type SignalFacets = z.infer<typeof signalFacets>
