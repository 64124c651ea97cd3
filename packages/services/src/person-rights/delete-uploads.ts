import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'

export interface RemovedUpload {
  readonly signal_id: number
  readonly file_key: string
  readonly thumbnail_key: string | null
}

/**
 * Removes what the reporter sent with these reports. The files themselves go after the transaction; they are
 * written down, so that none stays behind when the process ends in between.
 */
export async function deleteUploads(
  context: Context,
  signalIds: readonly number[],
): Promise<readonly RemovedUpload[]> {
  const removed = await context.db.kysely
    .deleteFrom('attachment')
    .where(anyOf('signal_id', signalIds))
    .where('created_by', 'is', null)
    .returning(['signal_id', 'file_key', 'thumbnail_key'])
    .execute()
  if (removed.length === 0) return []
  const created_at = context.clock.now()
  const keys = removed.flatMap(({ file_key, thumbnail_key }) => [file_key, thumbnail_key ?? []].flat())
  await context.db.kysely
    .insertInto('file_to_delete')
    .values(keys.map((file_key) => ({ file_key, created_at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await sql`
    update ${context.db.table('signal')} signal
    set attachment_count = (select count(*) from ${context.db.table('attachment')} left_over
      where left_over.signal_id = signal.id)
    where id = any(${signalIds}::integer[])`.execute(context.db.kysely)
  return removed
}
