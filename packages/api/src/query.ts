/** Parameters of a query as they come: absent, once, or more often. */
export type QueryValue = string | string[] | undefined

export function lastValue(value: QueryValue): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}

/** Every value that was filled in. */
export function allValues(value: QueryValue): string[] {
  return [value ?? []].flat().filter((text) => text !== '')
}
