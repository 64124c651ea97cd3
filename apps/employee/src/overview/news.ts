import type { ListQuery } from '../filters/list-query.ts'
import { toFilterParameters } from '../filters/list-query.ts'

export interface News {
  readonly fresh: number
  readonly changed: number
  /** More than were fetched to count them. */
  readonly isMany: boolean
}

interface Changed {
  readonly created_at: string
}

/** Of what changed after a list was fetched: what is new in it, and what was there before. */
export function countNews(rows: readonly Changed[], count: number, since: Date): News {
  const fresh = rows.filter((row) => new Date(row.created_at) >= since).length
  return { fresh, changed: rows.length - fresh, isMany: count > rows.length }
}

/** The list of a query, narrowed to what changed since. A later limit of its own stays. */
export function toNewsQuery(query: ListQuery, since: Date): string {
  const parameters = toFilterParameters({ filters: query.filters, sorting: undefined })
  const own = parameters.get('updated_after')
  const moment = own && new Date(own) > since ? own : since.toISOString()
  parameters.set('updated_after', moment)
  return parameters.toString()
}
