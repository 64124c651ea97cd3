import {
  type Actor,
  type FilterParameters,
  hasPermission,
  parseSignalFilter,
  parseSignalOrdering,
} from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { problemOf } from '../../problem.ts'
import { readReference } from '../reference.ts'
import { whereVisible } from '../visibility.ts'
import { filterChoicesOf } from './filter-choices.ts'
import { listFilterConditions } from './filter-conditions.ts'
import { orderSignals, type SignalOrder } from './order.ts'

export interface PlaceInList {
  readonly offset: number
  readonly limit: number
}

export interface ListQuery {
  /** The query as it was sent: filters, and `ordering`. */
  readonly parameters: FilterParameters
  /** Which part of so many reports is asked for. */
  placeOf(count: number): PlaceInList
}

/** Which reports a list shows: those that are asked for and may be seen. */
export interface SignalSelection {
  readonly where: RawBuilder<boolean>
  readonly order: SignalOrder
}

export async function selectionOf(
  context: Context,
  actor: Actor,
  parameters: FilterParameters,
): Promise<SignalSelection> {
  const reference = await readReference(context.db)
  const filter = parseSignalFilter(parameters, filterChoicesOf(reference))
  if (!filter.ok) throw problemOf(filter)
  const visible = whereVisible(context.db, actor)
  const conditions = listFilterConditions(filter.value, {
    db: context.db,
    reference,
    timeZone: context.settings.timeZone,
    now: context.clock.now(),
    seesContactDetails: hasPermission(actor, 'sia_can_view_contact_details'),
  })
  const { ordering } = parameters
  return {
    where: allOf(visible ? [visible, ...conditions] : conditions),
    order: parseSignalOrdering(typeof ordering === 'string' ? ordering : ordering?.at(-1)),
  }
}

function allOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join([...conditions], sql` and `)}`
}

export async function countSignals(context: Context, { where }: SignalSelection): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${context.db.table('signal')} s where ${where}`.execute(
    context.db.kysely,
  )
  return rows[0]?.count ?? 0
}

/** The numbers of one page of reports, with their place on it. Wide rows are read for these only. */
export function selectPage(
  { db }: Context,
  { where, order }: SignalSelection,
  { place, count }: { readonly place: PlaceInList; readonly count: number },
): RawBuilder<unknown> {
  const { needsCategories, fromOldest, terms } = orderSignals(order, count <= place.limit)
  const categories = needsCategories
    ? sql`join ${db.table('category')} sub on sub.id = s.category_id
        left join ${db.table('category')} main on main.id = sub.parent_id`
    : sql``
  const slugs = needsCategories ? sql`, sub.slug as sub_slug, main.slug as main_slug` : sql``
  return sql`
    select ordered.id, row_number() over () as place from (
      select s.id from (
        select s.* ${slugs} from ${db.table('signal')} s ${categories}
        where ${where} ${fromOldest ? sql`order by s.id` : sql``}
      ) s
      order by ${terms}
      limit ${place.limit} offset ${place.offset}
    ) ordered`
}
