import type { SignalTable } from '@signalen/database'
import type { Updateable } from 'kysely'
import type { Context } from '../context.ts'

/** Changes of one report happen one after the other. Locked before anything that hangs on it. */
export async function lockSignal(context: Context, signalId: number): Promise<void> {
  await context.db.kysely.selectFrom('signal').select('id').where('id', '=', signalId).forUpdate().execute()
}

/** Every change gives a report a new version and a new time of change. */
export async function touchSignal(
  context: Context,
  signalId: number,
  change: Updateable<SignalTable> = {},
): Promise<void> {
  await context.db.kysely
    .updateTable('signal')
    .set((eb) => ({ ...change, updated_at: context.clock.now(), version: eb('version', '+', 1) }))
    .where('id', '=', signalId)
    .execute()
}
