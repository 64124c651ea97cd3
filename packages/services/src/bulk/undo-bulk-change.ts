import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { type Actor, judge } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { conflict, forbidden } from '../problem.ts'
import { queueJob } from '../queue-job.ts'
import { readReference } from '../signals/reference.ts'
import { type SignalRow, selectSignals } from '../signals/signal-row.ts'
import { writeParts } from '../signals/update/carry-out.ts'
import { findActorById } from '../users/find-actor.ts'
import { type BulkChange, findBulkRow, getBulkChange } from './bulk-rows.ts'
import { decideUndo } from './decide-undo.ts'
import type { Before } from './run-bulk-change.ts'

const PIECE = 50
/** A mail that is about to go is let go. */
const MARGIN_MILLISECONDS = 15_000

/** As long as its mails are held. */
export async function askUndo(context: Context, actor: Actor, id: number): Promise<BulkChange> {
  if (!judge(actor, 'bulkChange.make').allowed) throw forbidden()
  const bulk = await getBulkChange(context, actor, id)
  if (bulk.state !== 'done') throw conflict('Deze wijziging is nog bezig, of al ongedaan gemaakt.')
  const last = bulk.mailsHeldUntil.getTime() - MARGIN_MILLISECONDS
  if (context.clock.now().getTime() > last) {
    throw conflict('Dit kan niet meer ongedaan worden gemaakt: de e-mail gaat de deur uit.')
  }
  await context.db.transaction(async (trx) => {
    await trx.kysely.updateTable('bulk_change').set({ state: 'undoing' }).where('id', '=', id).execute()
    await takeBackMails(context, trx, id)
    await queueJob({ ...context, db: trx }, 'bulk.undo', { bulkChangeId: id }, { key: `bulk-undo/${id}` })
  })
  return getBulkChange(context, actor, id)
}

/** At once, all of them: what is not sent now never is. Reports that were changed since keep theirs. */
async function takeBackMails(context: Context, db: Context['db'], id: number): Promise<void> {
  await sql`
    delete from ${db.table('mail')} mail
    using ${db.table('bulk_change_item')} item
    join ${db.table('bulk_change')} bulk on bulk.id = item.bulk_change_id
    join ${db.table('signal')} s on s.id = item.signal_id
    where item.bulk_change_id = ${id} and item.state = 'changed' and s.version = item.version
      and mail.state = 'queued' and mail.attempts = 0 and mail.created_at >= bulk.created_at
      and (mail.cause = 'status:' || s.status_id
        or mail.cause like 'status:' || s.status_id || ':duplicate:%'
        or (mail.cause like 'mention:%' and mail.signal_id = s.id)
        or mail.cause like 'assigned:' || s.id || ':' || s.version || ':%')`.execute(db.kysely)
  context.log.info({ bulkChange: id }, 'mails of a change taken back')
}

/** Puts every report back that nobody changed since, without a mail; each a line in its history. */
export async function undoBulkChange(context: Context, id: number): Promise<void> {
  const bulk = await findBulkRow(context, id)
  if (bulk?.state !== 'undoing') return
  const by = (await findActorById(context, bulk.user_id))?.email ?? null
  for (let items = await listChanged(context, id); items.length > 0; items = await listChanged(context, id)) {
    for (const item of items) await undoOne(context, item, by)
    await yieldToOthers()
  }
  await context.db.kysely
    .updateTable('bulk_change')
    .set({ state: 'undone', finished_at: context.clock.now() })
    .where('id', '=', id)
    .execute()
}

type Item = Awaited<ReturnType<typeof listChanged>>[number]

function listChanged(context: Context, id: number) {
  return context.db.kysely
    .selectFrom('bulk_change_item')
    .selectAll()
    .where('bulk_change_id', '=', id)
    .where('state', '=', 'changed')
    .orderBy('signal_id')
    .limit(PIECE)
    .execute()
}

async function undoOne(context: Context, item: Item, by: string | null): Promise<void> {
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const row = await selectSignals(trx).where('s.id', '=', item.signal_id).forUpdate().executeTakeFirst()
    if (!row) return
    const isUntouched = row.version === item.version
    if (isUntouched) await putBack(inside, { row, before: item.before as Before, by })
    await trx.kysely
      .updateTable('bulk_change_item')
      .set(
        isUntouched
          ? { state: 'undone' }
          : { state: 'kept', reason: 'Deze melding is intussen opnieuw gewijzigd.' },
      )
      .where('bulk_change_id', '=', item.bulk_change_id)
      .where('signal_id', '=', item.signal_id)
      .execute()
  })
}

async function putBack(
  context: Context,
  { row, before, by }: { readonly row: SignalRow; readonly before: Before; readonly by: string | null },
): Promise<void> {
  const reference = await readReference(context.db)
  const parts = decideUndo({ row, before, reference, by, at: context.clock.now() })
  if (parts.length > 0) await writeParts(context, row.id, parts, by)
}
