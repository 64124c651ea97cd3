/** A part of a list: pages count from 1. */
export interface PageRequest {
  readonly page: number | 'last'
  readonly pageSize: number
}

export interface Page<Row> {
  /** Of all pages together. */
  readonly count: number
  readonly results: readonly Row[]
}

/** Where a page begins; beyond the last one there is nothing. */
export function offsetOf({ page, pageSize }: PageRequest, count: number): number {
  return page === 'last' ? Math.max(0, Math.ceil(count / pageSize) - 1) * pageSize : (page - 1) * pageSize
}
