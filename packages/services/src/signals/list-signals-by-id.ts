import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { selectSignals } from './signal-row.ts'
import { type SignalView, viewSignals } from './signal-view.ts'

/** Reports by their numbers, in that order. For what the caller made or found a moment before. */
export async function listSignalsById(context: Context, ids: readonly number[]): Promise<SignalView[]> {
  if (ids.length === 0) return []
  const rows = await selectSignals(context.db).where(anyOf('s.id', ids)).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return viewSignals(
    context,
    ids.flatMap((id) => byId.get(id) ?? []),
  )
}
