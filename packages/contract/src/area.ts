import { z } from 'zod'
import { documentedAs, PAGE } from './documented.ts'
import { halPageOf, pageQuery } from './hal.ts'
import { bodyId, queryList, queryTerms, queryText } from './query.ts'
import { text } from './signal-fields.ts'

export const areaType = z.object({ id: z.int(), name: z.string(), code: z.string() })
export const areaTypePage = halPageOf(areaType)

export const areaTypeCreateRequest = z.object({
  name: text(255),
  code: text(255),
  description: text(3000, { blank: true }).optional(),
})

const areaFields = { name: z.string(), code: z.string(), type: areaType }

export const area = z.object({ ...areaFields, bbox: z.array(z.number()) })
export type Area = z.infer<typeof area>
export const areaPage = halPageOf(area)

export const areaListQuery = pageQuery.extend({
  code: queryList.optional(),
  type_code: queryList.optional(),
  ordering: queryTerms.optional(),
})
export const areaShapeListQuery = areaListQuery.extend({
  geopage: documentedAs(z.union([z.string(), z.array(z.string())]).optional(), PAGE),
})

const position = z.array(z.number())
const multiPolygon = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(z.array(position))),
})

export const areaCollection = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(
    z.object({ type: z.literal('Feature'), geometry: multiPolygon, properties: z.object(areaFields) }),
  ),
})
export type AreaCollection = z.infer<typeof areaCollection>

const INVALID_SHAPE = 'Unable to convert to python object: dit is geen geldige MultiPolygon in GeoJSON.'

const longitude = z.number().min(-180).max(180)
const latitude = z.number().min(-90).max(90)
const ring = z
  .array(z.tuple([longitude, latitude]).or(z.tuple([longitude, latitude, z.number()])))
  .min(4)
  .refine((positions) => isSamePlace(positions[0], positions.at(-1)))

const shape = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(ring).min(1)).min(1),
})

const MULTI_POLYGON = {
  type: 'object',
  required: ['type', 'coordinates'],
  properties: {
    type: { type: 'string', enum: ['MultiPolygon'] },
    coordinates: {
      type: 'array',
      items: {
        type: 'array',
        items: {
          type: 'array',
          items: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
          minItems: 4,
        },
        minItems: 1,
      },
      minItems: 1,
    },
  },
  description: 'GeoJSON, WGS 84: longitude, latitude',
} as const

/** GeoJSON, as an object or as text; height is left out. */
export const multiPolygonInput = documentedAs(z.unknown(), MULTI_POLYGON).transform((value, context) => {
  const read = shape.safeParse(parseText(value))
  if (!read.success) {
    context.addIssue({
      code: 'custom',
      message: value === undefined ? 'Dit veld is vereist.' : INVALID_SHAPE,
    })
    return z.NEVER
  }
  const coordinates = read.data.coordinates.map((polygon) =>
    polygon.map((positions) => positions.map(([east, north]) => [east, north])),
  )
  return { type: 'MultiPolygon' as const, coordinates }
})

export const areaCreateRequest = z.object({
  name: text(255),
  code: text(255),
  _type: bodyId,
  geometry: multiPolygonInput,
})

export const createdArea = z.object({
  name: z.string(),
  code: z.string(),
  _type: z.int(),
  geometry: multiPolygon,
})

function parseText(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function isSamePlace(left: readonly number[] | undefined, right: readonly number[] | undefined): boolean {
  return left?.[0] === right?.[0] && left?.[1] === right?.[1]
}

export const areaChangeRequest = z.object({
  name: text(255).optional(),
  code: text(255).optional(),
  geometry: multiPolygonInput.optional(),
})

export const areaKey = z.object({ type: queryText, code: queryText })

export const areaUses = z.object({
  rules: z.array(z.object({ id: z.int(), name: z.string(), is_active: z.boolean() })),
  reports: z.int(),
  filters: z.int(),
  followers: z.int(),
})
export type AreaUsesAnswer = z.infer<typeof areaUses>

export const areaFetchRequest = z.object({
  url: text(2000),
  /** What a WFS calls them; empty where the address asks for them already. */
  type_name: text(255, { blank: true }),
})

export const fetchedAreas = z.object({ features: z.array(z.unknown()) })

const MOST_AREAS = 5000

export const areaImportRequest = z.object({
  /** The code of their type. */
  type: text(255),
  /** Features of a GeoJSON file, in WGS 84. */
  features: z.array(z.unknown()).max(MOST_AREAS),
  /** The properties that hold name and code. */
  name_field: z.string().max(255),
  code_field: z.string().max(255),
  dry_run: z.boolean(),
})

export const areaImport = z.object({
  areas: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      outcome: z.enum(['new', 'changed', 'same', 'refused']),
      reason: z.string().nullable(),
    }),
  ),
  untouched: z.array(z.string()),
  is_stored: z.boolean(),
})
export type AreaImportAnswer = z.infer<typeof areaImport>
