import { type DateSetting, formatDutchDate } from './dutch-date.ts'

/** What the template language holds to be true: nothing empty, and not zero. */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined || value === false || value === 0 || value === '') return false
  if (Array.isArray(value)) return value.length > 0
  if (isDictionary(value)) return Object.keys(value).length > 0
  return true
}

export function isDictionary(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/** As a value stands in a mail; what is not there leaves no trace. */
export function showValue(value: unknown, setting: DateSetting): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (value instanceof Date) return formatDutchDate(value, 'DATETIME_FORMAT', setting)
  if (Array.isArray(value)) return value.map((item) => showValue(item, setting)).join(', ')
  if (isDictionary(value)) return showValue(Object.values(value), setting)
  return String(value)
}

export function areEqual(left: unknown, right: unknown): boolean {
  if (left instanceof Date && right instanceof Date) return left.getTime() === right.getTime()
  return left === right || (isMissing(left) && isMissing(right))
}

/** Undefined when the two cannot be put in order; every comparison of them is then false. */
export function compareValues(left: unknown, right: unknown): number | undefined {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime()
  if (typeof left === 'number' && typeof right === 'number') return left - right
  if (typeof left !== 'string' || typeof right !== 'string') return undefined
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function contains(container: unknown, item: unknown): boolean {
  if (typeof container === 'string') return typeof item === 'string' && container.includes(item)
  if (Array.isArray(container)) return container.some((member) => areEqual(member, item))
  if (isDictionary(container)) return typeof item === 'string' && Object.hasOwn(container, item)
  return false
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined
}
