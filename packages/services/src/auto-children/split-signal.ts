import { ATTACHMENT_COLUMNS, type AttachmentRow } from '../attachments/attachment-rows.ts'
import { addCopies, copyFiles } from '../attachments/copy-attachments.ts'
import { type KeptFile, keepOrRemove, removeFiles } from '../attachments/store-file.ts'
import type { Context } from '../context.ts'
import { routeSignal } from '../expressions/route-signal.ts'
import { planAssignmentMails } from '../notifications/plan-assignment-mails.ts'
import { addChildren } from '../signals/create/parents.ts'
import { writeSignals } from '../signals/create/write-signals.ts'
import { findSignalRow } from '../signals/get-signal.ts'
import { readReference } from '../signals/reference.ts'
import { selectSignals } from '../signals/signal-row.ts'
import { decideChildren, planChildren } from './plan-children.ts'

/**
 * Divides a new report about several containers or trees, each with the photos. Does nothing when it was
 * handled, divided or destroyed meanwhile; so a second run does nothing either.
 */
export async function splitSignal(context: Context, signalId: number): Promise<readonly number[]> {
  const parent = await findSignalRow(context, signalId)
  const expected = parent ? decideChildren(parent, await readReference(context.db), context) : []
  if (expected.length === 0) return []
  const photos = await findPhotos(context, signalId)
  const copies = await copyFiles(
    context,
    expected.map(() => photos),
  )
  return keepOrRemove(context, copies.flat(), async () => {
    const made = await makeChildren(context, signalId, copies)
    if (made.length === 0) await removeFiles(context, copies.flat())
    return made
  })
}

function findPhotos(context: Context, signalId: number): Promise<AttachmentRow[]> {
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where('signal_id', '=', signalId)
    .where('is_image', '=', true)
    .where((eb) => eb.or([eb('scan_state', 'is', null), eb('scan_state', '<>', 'infected')]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Decided again behind the lock: nobody can divide or handle the report in between. */
function makeChildren(
  context: Context,
  signalId: number,
  copies: readonly (readonly KeptFile[])[],
): Promise<readonly number[]> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const parent = await selectSignals(trx).where('s.id', '=', signalId).forUpdate().executeTakeFirst()
    const reference = await readReference(trx)
    const children = parent ? decideChildren(parent, reference, context) : []
    if (!parent || children.length === 0 || children.length !== copies.length) return []
    const written = await writeSignals(inside, await planChildren(inside, parent, { children, reference }))
    const childIds = written.map(({ id }) => id)
    await addChildren(inside, { id: parent.id, childIds, createdBy: null })
    for (const [index, { id }] of written.entries()) {
      await addCopies(inside, { signalId: id, createdBy: null }, copies[index] ?? [])
      if (await routeSignal(inside, id)) await planAssignmentMails(inside, { signalId: id, before: NOBODYS })
    }
    return childIds
  })
}

const NOBODYS = { assigned_user_id: null, routing_department_ids: null }
