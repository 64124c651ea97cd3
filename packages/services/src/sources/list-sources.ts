import { sql } from 'kysely'
import type { Context } from '../context.ts'

export interface SourceFilter {
  readonly is_active?: boolean | undefined
  readonly can_be_selected?: boolean | undefined
}

/** All sources in the order of the municipality; those without a place come last. */
export async function listSources(context: Context, filter: SourceFilter) {
  let query = context.db.kysely
    .selectFrom('source')
    .select(['id', 'name', 'description', 'is_active', 'can_be_selected'])
  if (filter.is_active !== undefined) query = query.where('is_active', '=', filter.is_active)
  if (filter.can_be_selected !== undefined)
    query = query.where('can_be_selected', '=', filter.can_be_selected)
  return query.orderBy(sql`"order" asc nulls last`).orderBy(sql`name collate "C"`).execute()
}
