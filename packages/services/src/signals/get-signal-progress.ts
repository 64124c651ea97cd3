import { findNewsKind, type NewsKind, type StatusCode } from '@signalen/domain'
import { type Category, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { getPublicSignal } from './get-public-signal.ts'

export interface SignalProgress {
  readonly id: number
  readonly news: NewsKind
  readonly createdAt: Date
  /** When it came to stand so. */
  readonly since: Date
  readonly category: Category
  readonly main: Category
}

/** How a report is getting on, for who made it and kept its link: no more than anyone may know of it. */
export async function getSignalProgress(context: Context, uuid: string): Promise<SignalProgress> {
  const { id } = await getPublicSignal(context, uuid)
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['status_state', 'status_created_at', 'created_at', 'category_id'])
    .where('id', '=', id)
    .executeTakeFirst()
  const { byId } = await getCategoryTree(context.db)
  const category = byId.get(row?.category_id ?? 0)
  if (!row || !category) throw notFound('Signal')
  return {
    id,
    news: findNewsKind(row.status_state as StatusCode),
    createdAt: row.created_at,
    since: row.status_created_at,
    category,
    main: byId.get(category.parent?.id ?? 0) ?? category,
  }
}
