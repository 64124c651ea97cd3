import {
  checkText,
  DEEPEST_JSON,
  DISTRICT_CODES,
  hasNullCharacter,
  isDeeperThan,
  isEmailAddress,
  MESSAGES,
  PRIORITIES,
  parseMoment,
  TEXT_LIMITS,
  TYPE_CODES,
} from '@signalen/domain'
import { z } from 'zod'
import { documentedAs, ID } from './documented.ts'

/** Text of people: blanks around it are cut, characters are counted as people count them. */
export function text(limit: number, { blank = false } = {}) {
  return z
    .string()
    .meta({ maxLength: limit, ...(blank ? {} : { minLength: 1 }) })
    .transform((value, context) => {
      const checked = checkText(value, { limit, mayBeBlank: blank })
      if (checked.ok) return checked.text
      for (const message of checked.messages) context.addIssue({ code: 'custom', message })
      return z.NEVER
    })
}

/** Text that may be absent, where nothing and empty mean the same. */
export function optionalText(limit: number) {
  return text(limit, { blank: true })
    .nullish()
    .transform((value) => value || null)
}

const INVALID_MOMENT =
  'Datetime heeft een ongeldig formaat, gebruik 1 van de volgende formaten: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].'

export const moment = z
  .string()
  .meta({ format: 'date-time' })
  .transform((value, context) => {
    const parsed = parseMoment(value)
    if (parsed !== undefined) return new Date(parsed)
    context.addIssue({ code: 'custom', message: INVALID_MOMENT })
    return z.NEVER
  })

const INVALID_POINT = 'Invalid format: string or unicode input unrecognized as GeoJSON, WKT EWKT or HEXEWKB.'

/** GeoJSON, as an object or as text, or `POINT (4.9 52.4)`. */
export function parsePoint(value: unknown): readonly [longitude: number, latitude: number] | undefined {
  if (typeof value === 'string') return parsePointText(value)
  const { type, coordinates } = (value ?? {}) as { type?: unknown; coordinates?: unknown }
  if (type !== 'Point' || !Array.isArray(coordinates) || coordinates.length < 2) return undefined
  const [longitude, latitude] = coordinates as unknown[]
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  return Number.isFinite(longitude) && Number.isFinite(latitude) ? [longitude, latitude] : undefined
}

const POINT_TEXT =
  /^(?:SRID=4326;)?\s*POINT\s*\(\s*(-?[\d.]+(?:e[+-]?\d+)?)\s+(-?[\d.]+(?:e[+-]?\d+)?)\s*\)$/i

function parsePointText(value: string) {
  const match = POINT_TEXT.exec(value.trim())
  if (match) return parsePoint({ type: 'Point', coordinates: [Number(match[1]), Number(match[2])] })
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'string' ? undefined : parsePoint(parsed)
  } catch {
    return undefined
  }
}

/** What a field may hold as a point; documented as the GeoJSON that every client sends. */
export const pointInput = z
  .unknown()
  .meta({
    type: 'object',
    required: ['type', 'coordinates'],
    properties: {
      type: { type: 'string', enum: ['Point'] },
      coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
    },
    description: 'GeoJSON, WGS 84: longitude, latitude',
  })
  .transform((value, context) => {
    const point = parsePoint(value)
    if (point) return point
    context.addIssue({ code: 'custom', message: pointFault(value) })
    return z.NEVER
  })

function pointFault(value: unknown): string {
  if (value === undefined) return MESSAGES.required
  return value === null ? MESSAGES.blank : INVALID_POINT
}

/** Any JSON, as long as the database can keep it and whoever reads it can get to the bottom of it. */
export const json = z.unknown().refine(isStorable, { error: 'Waarde moet valide JSON zijn.' })

export const address = z
  .record(z.string(), z.unknown())
  .refine(isStorable, { error: 'Waarde moet valide JSON zijn.' })

function isStorable(value: unknown): boolean {
  return !isDeeperThan(value, DEEPEST_JSON) && !hasNullCharacter(value)
}

export const email = z
  .string()
  .meta({ format: 'email', maxLength: 254 })
  .refine((value) => value.trim() === '' || isEmailAddress(value.trim()), { error: MESSAGES.invalidEmail })
  .transform((value) => value.trim())

export const districtCode = z.enum(DISTRICT_CODES as [string, ...string[]])
export const priorityCode = z.enum(PRIORITIES as ['low', 'normal', 'high'])
export const typeCode = z.enum(TYPE_CODES as [(typeof TYPE_CODES)[number], ...(typeof TYPE_CODES)[number][]])

/** The number of a stored thing; forms send it as text too. */
export const idInput = documentedAs(
  z
    .union([z.int(), z.string().regex(/^\d{1,9}$/)])
    .transform(Number)
    .refine((id) => id > 0 && id < 2_147_483_648, { error: 'Een geldig getal is vereist.' }),
  ID,
)

/** The rest of a location, without the point; the same when a report is made and when it is changed. */
export const locationFields = {
  stadsdeel: districtCode.nullish(),
  buurt_code: optionalText(4),
  area_type_code: optionalText(256),
  area_code: optionalText(256),
  area_name: optionalText(256),
  address: address.nullish(),
  extra_properties: json.optional(),
}

export const categoryInput = z
  .object({
    sub_category: z.string().nullish(),
    category_url: z.string().nullish(),
    text: optionalText(TEXT_LIMITS.categoryText),
  })
  .check((context) => {
    const given = [context.value.sub_category, context.value.category_url].filter((value) => value != null)
    if (given.length === 1) return
    const message =
      given.length === 0
        ? 'Either the "sub_category" OR the "category_url" must be given'
        : 'Only the "sub_category" OR "category_url" can be given'
    context.issues.push({ code: 'custom', message, input: context.value })
  })
