import type { Context } from '../context.ts'
import { queueScans } from './queue-scans.ts'

const OVERDUE_MILLISECONDS = 3600_000
const PIECE = 1000

/** Files whose job was given up, as when the scanner was away for days, are put in the queue again. */
export async function scanLeftovers(context: Context): Promise<number> {
  return context.db.transaction(async (trx) => {
    const overdue = await trx.kysely
      .selectFrom('attachment')
      .select(['id', 'scan_state'])
      .where('scan_state', '=', 'waiting')
      .where('created_at', '<', new Date(context.clock.now().getTime() - OVERDUE_MILLISECONDS))
      .orderBy('id')
      .limit(PIECE)
      .execute()
    await queueScans({ ...context, db: trx }, overdue)
    return overdue.length
  })
}
