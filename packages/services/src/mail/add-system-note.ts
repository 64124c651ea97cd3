import type { Context } from '../context.ts'
import { appendHistory } from '../signals/history/append-history.ts'

/** A note in the name of the system. The change that it belongs to brings the report up to date. */
export async function addSystemNote(context: Context, signalId: number, text: string): Promise<void> {
  await appendHistory(context, [{ signalId, createdBy: null, event: { type: 'note', text } }])
}
