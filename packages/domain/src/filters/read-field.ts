import { MESSAGES, unavailableChoice } from '../wire-messages.ts'
import type { FilterChoices, FilterField } from './filter-fields.ts'
import { parseDate, parseMoment } from './moments.ts'
import { INVALID_POLYGON, parsePolygon } from './polygon.ts'

export const NONE = 'null'

/** The values of one filter once they are checked, each once and in their normal form. */
export type FieldReading =
  | { readonly ok: true; readonly values: readonly string[] }
  | { readonly ok: false; readonly message: string }

export function readFilterField(
  field: FilterField,
  given: readonly string[],
  choices: FilterChoices,
): FieldReading {
  const values = [...new Set(given.filter((value) => value.trim() !== ''))]
  const wanted = field.kind === 'choice' && field.isMultiple ? values : values.slice(-1)
  const readings = wanted.map((value) => readValue(field, value, choices))
  const refused = readings.find((reading) => !reading.ok)
  return refused ?? { ok: true, values: readings.flatMap((reading) => (reading.ok ? reading.values : [])) }
}

function readValue(field: FilterField, value: string, choices: FilterChoices): FieldReading {
  switch (field.kind) {
    case 'number':
      return Number.isFinite(Number(value)) ? accept(value.trim()) : refuse(MESSAGES.notANumber)
    case 'text':
      return value.includes('\0') ? refuse(MESSAGES.nullCharacters) : accept(value.trim())
    case 'moment':
      return acceptFound(parseMoment(value), MESSAGES.invalidDateTime)
    case 'date':
      return acceptFound(parseDate(value), MESSAGES.invalidDate)
    case 'polygon':
      return acceptFound(parsePolygon(value), INVALID_POLYGON)
    case 'choice':
      return isAvailable(field, value, choices) ? accept(value) : refuse(unavailableChoice(value))
  }
}

function isAvailable(
  field: Extract<FilterField, { kind: 'choice' }>,
  value: string,
  choices: FilterChoices,
): boolean {
  if (field.orNone && value === NONE) return true
  if (typeof field.choices !== 'string') return field.choices.includes(value)
  if (field.choices === 'categoryIds') return /^\d+$/.test(value) && choices.categoryIds.has(Number(value))
  return choices[field.choices].has(value)
}

function accept(value: string): FieldReading {
  return { ok: true, values: [value] }
}

function acceptFound(value: string | undefined, message: string): FieldReading {
  return value === undefined ? refuse(message) : accept(value)
}

function refuse(message: string): FieldReading {
  return { ok: false, message }
}
