import type { OrderingTerm, SignalOrdering } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'

const COLUMNS: Readonly<Record<SignalOrdering, RawBuilder<unknown>>> = {
  id: sql`s.id`,
  created_at: sql`s.created_at`,
  updated_at: sql`s.updated_at`,
  stadsdeel: sql`s.stadsdeel`,
  sub_category: sql`s.sub_slug`,
  main_category: sql`s.main_slug`,
  status: sql`s.status_state`,
  priority: sql`s.priority`,
  address: sql`s.address_text`,
  assigned_user_email: sql`s.assigned_user_email`,
  area_name: sql`s.area_name`,
  postcode: sql`s.postcode`,
}

export type SignalOrder = readonly OrderingTerm<SignalOrdering>[]

export interface OrderParts {
  /** Whether the names of categories are needed. */
  readonly needsCategories: boolean
  /** Whether the rows are to be offered to the sort in the order of their numbers. */
  readonly fromOldest: boolean
  readonly terms: RawBuilder<unknown>
}

/**
 * How to put reports in order. Where a list is cut into pages, reports that are equal go by their time, so
 * that each stands on one page only. A list that fits on one page has always shown them as the sort leaves
 * them, and clients may know them that way.
 */
export function orderSignals(order: SignalOrder, fitsOnePage: boolean): OrderParts {
  const isUnique = order.some(({ by }) => by === 'id' || by === 'created_at')
  const leavesTies = fitsOnePage && !isUnique
  const terms = order.map(({ by, isDescending }) => term(COLUMNS[by], isDescending))
  return {
    needsCategories: order.some(({ by }) => by === 'sub_category' || by === 'main_category'),
    fromOldest: leavesTies,
    terms: sql.join(leavesTies ? terms : [...terms, ...tieBreakers(order)]),
  }
}

function tieBreakers(order: SignalOrder): RawBuilder<unknown>[] {
  const named = new Set(order.map(({ by }) => by))
  if (named.has('id')) return []
  const byId = sql`s.id desc`
  return named.has('created_at') ? [followingId(order)] : [sql`s.created_at desc`, byId]
}

/** In the direction of the time, as the index has it. */
function followingId(order: SignalOrder): RawBuilder<unknown> {
  const time = order.find(({ by }) => by === 'created_at')
  return term(COLUMNS.id, time?.isDescending ?? true)
}

function term(column: RawBuilder<unknown>, isDescending: boolean): RawBuilder<unknown> {
  return isDescending ? sql`${column} desc` : sql`${column} asc`
}
