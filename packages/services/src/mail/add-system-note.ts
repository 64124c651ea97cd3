import type { Context } from '../context.ts'

/** A note in the name of the system. The change that it belongs to brings the report up to date. */
export async function addSystemNote(context: Context, signalId: number, text: string): Promise<void> {
  await context.db.kysely
    .insertInto('signal_history')
    .values({ signal_id: signalId, kind: 'note', created_at: context.clock.now(), created_by: null, text })
    .execute()
}
