import { type Actor, CLOSED_STATUS_CODES } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import { type Category, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { whereVisible } from '../signals/visibility.ts'

export interface Period {
  /** Moments in ISO 8601, both of them within the period. */
  readonly start?: string | undefined
  readonly end?: string | undefined
}

export interface SignalCounts {
  readonly total: number
  /** Most first. */
  readonly categories: readonly { readonly category: Category; readonly count: number }[]
}

/** Open reports that are much too late, of those that this person may see. */
export function countLateSignals(context: Context, actor: Actor, period: Period): Promise<SignalCounts> {
  const isLate = sql<boolean>`s.status_state <> all(${[...CLOSED_STATUS_CODES]}::text[])
    and s.deadline_factor_3 < ${context.clock.now()}`
  return countSignals(context, actor, [isLate, ...within(sql.ref('s.created_at'), period)])
}

/** Reports of which the reporter asked to have them reopened, of those that this person may see. */
export function countReopenRequests(context: Context, actor: Actor, period: Period): Promise<SignalCounts> {
  const isAsked = sql<boolean>`s.status_state = 'reopen requested'`
  return countSignals(context, actor, [isAsked, ...within(sql.ref('s.status_created_at'), period)])
}

function within(column: RawBuilder<unknown>, { start, end }: Period): RawBuilder<boolean>[] {
  return [
    ...(start === undefined ? [] : [sql<boolean>`${column} >= ${start}::timestamptz`]),
    ...(end === undefined ? [] : [sql<boolean>`${column} <= ${end}::timestamptz`]),
  ]
}

async function countSignals(
  { db }: Context,
  actor: Actor,
  conditions: readonly RawBuilder<boolean>[],
): Promise<SignalCounts> {
  const visible = whereVisible(db, actor)
  const where = sql.join(visible ? [...conditions, visible] : conditions, sql` and `)
  const { rows } = await sql<{ category_id: number; count: number }>`
    select s.category_id, count(*)::int as count from ${db.table('signal')} s
    where ${where}
    group by s.category_id`.execute(db.kysely)
  const { byId } = await getCategoryTree(db)
  const categories = rows
    .flatMap(({ category_id, count }) => {
      const category = byId.get(category_id)
      return category ? [{ category, count }] : []
    })
    .sort((left, right) => right.count - left.count || (left.category.name < right.category.name ? -1 : 1))
  return { total: rows.reduce((total, { count }) => total + count, 0), categories }
}
