import type { MultiPolygon } from './point-in-area.ts'

export interface TimeValue {
  readonly kind: 'time'
  /** Since midnight, on the clock of the people there. */
  readonly seconds: number
}

export interface PointValue {
  readonly kind: 'point'
  readonly longitude: number
  readonly latitude: number
}

export interface AreaValue {
  readonly kind: 'area'
  readonly geometry: MultiPolygon
}

export type ExpressionValue =
  | string
  | number
  | TimeValue
  | PointValue
  | AreaValue
  | ReadonlySet<string>
  | ExpressionDictionary

export interface ExpressionDictionary {
  readonly get: (key: string) => ExpressionValue | undefined
}

export type ExpressionContext = ReadonlyMap<string, ExpressionValue>

export const IDENTIFIER_TYPES = ['point', 'str', 'number', 'time', 'set', 'dict'] as const

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]

export function isIdentifierType(value: unknown): value is IdentifierType {
  return IDENTIFIER_TYPES.some((type) => type === value)
}

export function findValueType(value: ExpressionValue): IdentifierType | 'area' {
  if (typeof value === 'string') return 'str'
  if (typeof value === 'number') return 'number'
  if (value instanceof Set) return 'set'
  return 'kind' in value ? value.kind : 'dict'
}
