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

export interface OrderWays {
  readonly fitsOnePage: boolean
  /** Backwards, the last first. */
  readonly isFromEnd: boolean
}

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
export function orderSignals(order: SignalOrder, { fitsOnePage, isFromEnd }: OrderWays): OrderParts {
  const isUnique = order.some(({ by }) => by === 'id' || by === 'created_at')
  const leavesTies = fitsOnePage && !isUnique
  const full = leavesTies ? order : [...order, ...tieBreakers(order)]
  return {
    needsCategories: order.some(({ by }) => by === 'sub_category' || by === 'main_category'),
    fromOldest: leavesTies,
    terms: sql.join(full.map(({ by, isDescending }) => term(COLUMNS[by], isDescending !== isFromEnd))),
  }
}

function tieBreakers(order: SignalOrder): SignalOrder {
  const named = new Set(order.map(({ by }) => by))
  if (named.has('id')) return []
  const byId = { by: 'id', isDescending: true } as const
  return named.has('created_at') ? [followingId(order)] : [{ by: 'created_at', isDescending: true }, byId]
}

/** In the direction of the time, as the index has it. */
function followingId(order: SignalOrder): SignalOrder[number] {
  const time = order.find(({ by }) => by === 'created_at')
  return { by: 'id', isDescending: time?.isDescending ?? true }
}

function term(column: RawBuilder<unknown>, isDescending: boolean): RawBuilder<unknown> {
  return isDescending ? sql`${column} desc` : sql`${column} asc`
}
