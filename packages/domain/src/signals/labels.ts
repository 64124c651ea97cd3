import type { StatusCode } from '../status/states.ts'

export const PRIORITY_LABELS = { low: 'Laag', normal: 'Normaal', high: 'Hoog' } as const
export type Priority = keyof typeof PRIORITY_LABELS
export const PRIORITIES = Object.keys(PRIORITY_LABELS) as readonly Priority[]
export const DEFAULT_PRIORITY: Priority = 'normal'

export const TYPE_LABELS = {
  SIG: 'Melding',
  REQ: 'Aanvraag',
  QUE: 'Vraag',
  COM: 'Klacht',
  MAI: 'Groot onderhoud',
  PRJ: 'Projectverzoek',
} as const
export type TypeCode = keyof typeof TYPE_LABELS
export const TYPE_CODES = Object.keys(TYPE_LABELS) as readonly TypeCode[]
export const DEFAULT_TYPE: TypeCode = 'SIG'

export const DEFAULT_NUMBER_PREFIX = 'SIG-'

export function isPriority(value: unknown): value is Priority {
  return typeof value === 'string' && Object.hasOwn(PRIORITY_LABELS, value)
}

export function isTypeCode(value: unknown): value is TypeCode {
  return typeof value === 'string' && Object.hasOwn(TYPE_LABELS, value)
}

/** The number that people are given: `SIG-123`. */
export function displayNumber(id: number, prefix: string = DEFAULT_NUMBER_PREFIX): string {
  return `${prefix}${id}`
}

/** A signal in one line, as clients have always been given it. */
export function displaySignal(signal: {
  readonly id: number
  readonly state: StatusCode | null
  readonly neighbourhoodCode: string | null
  /** As it is presented: ISO 8601 with the local offset. */
  readonly createdAt: string
}): string {
  return `${signal.id} - ${signal.state ?? ''} - ${signal.neighbourhoodCode ?? 'None'} - ${signal.createdAt}`
}
