/** The answer to one extra question, as it is stored with a signal. */
export interface ExtraProperty {
  readonly id: string
  readonly label: string
  readonly answer: unknown
  readonly category_url: string
}

export const INVALID_EXTRA_PROPERTIES = 'Invalid input.'

/** An address or a path; which category it names is not looked at, as clients swap main and sub. */
const CATEGORY_URL = /^(https?:\/\/[\p{L}\p{N}_.:-]*)?\/[\p{L}\p{N}_\-/]+$/u

export function isExtraProperties(value: unknown): value is readonly ExtraProperty[] {
  return Array.isArray(value) && value.every(isExtraProperty)
}

function isExtraProperty(value: unknown): value is ExtraProperty {
  if (typeof value !== 'object' || value === null) return false
  const property = value as Record<string, unknown>
  return (
    typeof property.id === 'string' &&
    typeof property.label === 'string' &&
    Object.hasOwn(property, 'answer') &&
    typeof property.category_url === 'string' &&
    CATEGORY_URL.test(property.category_url)
  )
}
