import { findStatusAfterWaiting, minutesBefore } from '@signalen/domain'
import { PIECE } from '../background/pieces.ts'
import type { Context } from '../context.ts'
import { lockCaseSignal, setCaseStatus } from './set-case-status.ts'

/** Reports that CityControl still has not got after all this time: they fail, so that someone looks at them. */
export async function failStuckSending(context: Context): Promise<number> {
  let failed = 0
  for (let after = 0; ; ) {
    const ids = await listStuck(context, after)
    for (const id of ids) if (await failOne(context, id)) failed += 1
    if (ids.length < PIECE) return failed
    after = ids.at(-1) ?? after
  }
}

async function listStuck({ db, clock, settings }: Context, after: number): Promise<number[]> {
  const rows = await db.kysely
    .selectFrom('signal')
    .select('id')
    .where('status_state', '=', 'ready to send')
    .where('status_target_api', '=', 'sigmax')
    .where('status_created_at', '<=', minutesBefore(clock.now(), settings.cityControlFailMinutes))
    .where('id', '>', after)
    .orderBy('id')
    .limit(PIECE)
    .execute()
  return rows.map(({ id }) => id)
}

/** Looked at again behind the lock: it may be sent at this moment. */
function failOne(context: Context, signalId: number): Promise<boolean> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const row = await lockCaseSignal(inside, signalId)
    if (!row) return false
    const status = findStatusAfterWaiting(
      { state: row.status_state, targetApi: row.status_target_api, createdAt: row.status_created_at },
      { now: context.clock.now(), minutes: context.settings.cityControlFailMinutes },
    )
    if (status) await setCaseStatus(inside, row, status)
    return status !== undefined
  })
}
