import {
  type Actor,
  type FilterParameters,
  hasPermission,
  parseSignalFilter,
  parseSignalOrdering,
  type SignalFilter,
} from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { problemOf } from '../../problem.ts'
import { type Reference, readReference } from '../reference.ts'
import { whereVisible } from '../visibility.ts'
import { findFilterChoices } from './filter-choices.ts'
import { listFilterConditions } from './filter-conditions.ts'
import type { Countable } from './kept-results.ts'
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
export interface SignalSelection extends Countable {
  readonly order: SignalOrder
}

/** They ask other tables or the clock, or what is not kept of how reports were. */
const COUNTED_ANEW: readonly (keyof SignalFilter)[] = [
  'cause',
  'changedChildren',
  'noteKeyword',
  'punctuality',
  'reporterEmail',
  'within',
]

export interface ReadFilter {
  readonly filter: SignalFilter
  readonly reference: Reference
}

/** What a query asks for, or a problem that says what is wrong with it. */
export async function readSelection(context: Context, parameters: FilterParameters): Promise<ReadFilter> {
  const reference = await readReference(context.db)
  const choices = await findFilterChoices(context.db, reference, parameters.buurt_code)
  const filter = parseSignalFilter(parameters, choices)
  if (!filter.ok) throw problemOf(filter)
  return { filter: filter.value, reference }
}

/** Those that the filter asks for and this person may see. */
export function narrowTo(context: Context, actor: Actor, { filter, reference }: ReadFilter): Countable {
  const visible = whereVisible(context.db, actor)
  const conditions = listFilterConditions(filter, {
    db: context.db,
    reference,
    timeZone: context.settings.timeZone,
    now: context.clock.now(),
    seesContactDetails: hasPermission(actor, 'sia_can_view_contact_details'),
  })
  return {
    where: allOf(visible ? [visible, ...conditions] : conditions),
    reference,
    isCountKept: COUNTED_ANEW.every((name) => filter[name] === undefined),
  }
}

export async function selectionOf(
  context: Context,
  actor: Actor,
  parameters: FilterParameters,
): Promise<SignalSelection> {
  const read = await readSelection(context, parameters)
  const { ordering } = parameters
  return {
    ...narrowTo(context, actor, read),
    order: parseSignalOrdering(typeof ordering === 'string' ? ordering : ordering?.at(-1)),
  }
}

function allOf(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join([...conditions], sql` and `)}`
}

export interface Page {
  readonly place: PlaceInList
  /** Of all that are selected. */
  readonly count: number
  /** What to select of `signal as s`; the number when nothing is said. */
  readonly columns?: RawBuilder<unknown>
}

/** So few are all looked up and then put in order, whatever the database expects to find on the way. */
const FEW = 2000

/**
 * One page of reports, each with its `place` on it. A page in the second half is looked for from the end, so
 * that not more than half of the others is passed over.
 */
export function selectPage(
  { db }: Context,
  { where, order }: SignalSelection,
  { place, count, columns = sql`s.id` }: Page,
): RawBuilder<unknown> {
  const isFromEnd = place.offset > count / 2
  const limit = isFromEnd ? Math.min(place.limit, count - place.offset) : place.limit
  const offset = isFromEnd ? count - place.offset - limit : place.offset
  const { needsCategories, fromOldest, terms } = orderSignals(order, {
    fitsOnePage: count <= place.limit,
    isFromEnd,
  })
  const categories = needsCategories
    ? sql`join ${db.table('category')} sub on sub.id = s.category_id
        left join ${db.table('category')} main on main.id = sub.parent_id`
    : sql``
  const slugs = needsCategories ? sql`, sub.slug as sub_slug, main.slug as main_slug` : sql``
  return sql`
    select ordered.*, ${isFromEnd ? sql`-` : sql``}row_number() over () as place from (
      select ${columns} from (
        select s.* ${slugs} from ${db.table('signal')} s ${categories}
        where ${where} ${fromOldest ? sql`order by s.id` : sql``} ${count <= FEW ? sql`offset 0` : sql``}
      ) s
      order by ${terms}
      limit ${limit} offset ${offset}
    ) ordered`
}
