import type { Actor } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { type SignalRow, selectSignals } from '../signal-row.ts'
import { type SignalView, viewSignals } from '../signal-view.ts'
import { countSignals } from './count-signals.ts'
import {
  type ListQuery,
  type PlaceInList,
  type SignalSelection,
  selectionOf,
  selectPage,
} from './signal-selection.ts'

export interface SignalList {
  readonly count: number
  readonly signals: readonly SignalView[]
}

/** A page of the reports that someone may see, in the same few queries whatever its size. */
export async function listSignals(context: Context, actor: Actor, query: ListQuery): Promise<SignalList> {
  const selection = await selectionOf(context, actor, query.parameters)
  const count = await countSignals(context, selection)
  const place = query.placeOf(count)
  if (count === 0) return { count, signals: [] }
  const rows = await findPage(context, selection, { place, count })
  return { count, signals: await viewSignals(context, rows) }
}

function findPage(
  context: Context,
  selection: SignalSelection,
  page: { place: PlaceInList; count: number },
): Promise<SignalRow[]> {
  return selectSignals(context.db)
    .innerJoin(
      sql<{ id: number; place: number }>`(${selectPage(context, selection, page)})`.as('page'),
      'page.id',
      's.id',
    )
    .orderBy('page.place')
    .execute()
}
