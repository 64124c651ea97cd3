import { isEmailAddress } from '../contact.ts'
import { toPythonNotation as show } from './python-notation.ts'

export const QUESTIONNAIRE_FIELD_TYPES = [
  'plain_text',
  'email',
  'dutch_telephone_number',
  'integer',
  'positive_integer',
  'float',
  'boolean',
  'date',
  'time',
  'date_time',
  'image',
  'selected_object',
] as const

export type QuestionnaireFieldType = (typeof QUESTIONNAIRE_FIELD_TYPES)[number]

const DUTCH_PHONE = /^(?:0|\+31|0031)[ -]?[1-9](?:[ -]?\d){8}$/
const DATE = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/i

/** What is wrong with one answer to a question of this type, or undefined. */
export function findPayloadFault(type: QuestionnaireFieldType, payload: unknown): string | undefined {
  switch (type) {
    case 'plain_text':
      return findTypeFault(payload, 'string')
    case 'email':
      return findFormatFault(payload, 'email', isEmailAddress)
    case 'dutch_telephone_number':
      return findFormatFault(payload, 'dutch telephone number', (text) => DUTCH_PHONE.test(text.trim()))
    case 'integer':
      return findTypeFault(payload, 'integer')
    case 'positive_integer':
      return findTypeFault(payload, 'integer') ?? findMinimumFault(payload, 0)
    case 'float':
      return findTypeFault(payload, 'number')
    case 'boolean':
      return findTypeFault(payload, 'boolean')
    case 'date':
      return findFormatFault(payload, 'date', isDate)
    case 'time':
      return findFormatFault(payload, 'time', (text) => TIME.test(text))
    case 'date_time':
      return findFormatFault(payload, 'date-time', isDateTime)
    case 'image':
      return findTypeFault(payload, 'object') ?? findFieldFault(payload, IMAGE_FIELDS)
    case 'selected_object':
      return findTypeFault(payload, 'object') ?? findFieldFault(payload, OBJECT_FIELDS)
  }
}

type JsonType = 'string' | 'integer' | 'number' | 'boolean' | 'object'

function findTypeFault(value: unknown, type: JsonType): string | undefined {
  return isOfType(value, type) ? undefined : `${show(value)} is not of type '${type}'`
}

function isOfType(value: unknown, type: JsonType): boolean {
  switch (type) {
    case 'integer':
      return Number.isInteger(value)
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value)
    default:
      return typeof value === type
  }
}

function findMinimumFault(value: unknown, minimum: number): string | undefined {
  if (typeof value !== 'number' || value >= minimum) return undefined
  return `${show(value)} is less than the minimum of ${minimum}`
}

function findMaximumFault(value: unknown, maximum: number): string | undefined {
  if (typeof value !== 'number' || value <= maximum) return undefined
  return `${show(value)} is greater than the maximum of ${maximum}`
}

function findFormatFault(
  value: unknown,
  format: string,
  isRight: (text: string) => boolean,
): string | undefined {
  if (typeof value !== 'string') return findTypeFault(value, 'string')
  return isRight(value) ? undefined : `${show(value)} is not a '${format}'`
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

function isDateTime(text: string): boolean {
  const [date = '', time = ''] = text.split(/[T ]/i)
  return isDate(date) && TIME.test(time)
}

type FieldRules = Readonly<Record<string, (value: unknown) => string | undefined>>

const IMAGE_FIELDS: FieldRules = {
  original_filename: (value) => findTypeFault(value, 'string'),
  file_path: (value) => findTypeFault(value, 'string'),
}

const POSITION_FIELDS: FieldRules = {
  lat: (value) => findRangeFault(value, 90),
  lng: (value) => findRangeFault(value, 180),
}

const OBJECT_FIELDS: FieldRules = {
  id: findObjectIdFault,
  type: (value) => findTypeFault(value, 'string'),
  onMap: (value) => findTypeFault(value, 'boolean'),
  coordinates: (value) => findTypeFault(value, 'object') ?? findFieldFault(value, POSITION_FIELDS),
}

function findRangeFault(value: unknown, limit: number): string | undefined {
  return findTypeFault(value, 'number') ?? findMinimumFault(value, -limit) ?? findMaximumFault(value, limit)
}

/** An object that is on no map has no number. */
function findObjectIdFault(value: unknown): string | undefined {
  if (value === null || Number.isInteger(value)) return undefined
  if (value === '') return "'' is too short"
  return typeof value === 'string' ? undefined : `${show(value)} is not of type 'integer', 'string', 'null'`
}

function findFieldFault(value: unknown, rules: FieldRules): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const fields = new Map(Object.entries(value))
  for (const [name, findFault] of Object.entries(rules)) {
    if (!fields.has(name)) return `'${name}' is a required property`
    const fault = findFault(fields.get(name))
    if (fault !== undefined) return fault
  }
  return undefined
}
