/** JSON in one way only: keys in order, nothing that JSON does not know. */
export function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => toCanonicalJson(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${toCanonicalJson(inner)}`)
  return `{${entries.join(',')}}`
}

export function isSameJson(left: unknown, right: unknown): boolean {
  return toCanonicalJson(left) === toCanonicalJson(right)
}

/** Deeper than any honest request; what recurses over JSON relies on this being refused before. */
export const DEEPEST_JSON = 64

export function isDeeperThan(value: unknown, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth <= 0) return true
  return Object.values(value).some((inner) => isDeeperThan(inner, depth - 1))
}
