import type { Actor } from '@signalen/domain'
import { recordContactSeen } from '../audit/record-contact-seen.ts'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { getSignal } from './get-signal.ts'
import { listSignalsById } from './list-signals-by-id.ts'
import type { SignalView } from './signal-view.ts'

export interface DetailedSignal extends SignalView {
  readonly attachmentIds: readonly number[]
  readonly childIds: readonly number[]
}

export async function getSignalDetail(context: Context, actor: Actor, id: number): Promise<DetailedSignal> {
  const view = await getSignal(context, actor, id, 'signal.read')
  await recordContactSeen(context, actor, view.row)
  return detail(context, view)
}

/** For the one who changed it a moment before, also when the change took it out of their sight. */
export async function getChangedSignal(context: Context, id: number): Promise<DetailedSignal> {
  const [view] = await listSignalsById(context, [id])
  if (!view) throw notFound('Signal')
  return detail(context, view)
}

async function detail(context: Context, view: SignalView): Promise<DetailedSignal> {
  const { id } = view.row
  return {
    ...view,
    attachmentIds: view.row.attachment_count > 0 ? await findAttachmentIds(context, id) : [],
    childIds: view.row.child_count > 0 ? await findChildIds(context, id) : [],
  }
}

async function findAttachmentIds(context: Context, signalId: number): Promise<number[]> {
  const rows = await context.db.kysely
    .selectFrom('attachment')
    .select('id')
    .where('signal_id', '=', signalId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

async function findChildIds(context: Context, parentId: number): Promise<number[]> {
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select('id')
    .where('parent_id', '=', parentId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
