import { CHILD_CANCELLED_TEXT, mustCancelChild, type StatusCode } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { appendHistory } from '../history/append-history.ts'

/** A parent that is closed takes its open children along: three statements, however many there are. */
export async function cancelChildren(
  context: Context,
  parentId: number,
  parentState: StatusCode,
): Promise<void> {
  const children = await context.db.kysely
    .selectFrom('signal')
    .select(['id', 'status_state'])
    .where('parent_id', '=', parentId)
    .orderBy('id')
    .forUpdate()
    .execute()
  const open = children.filter(({ status_state }) => mustCancelChild(parentState, status_state as StatusCode))
  if (open.length === 0) return
  const historyIds = await appendHistory(
    context,
    open.map(({ id }) => ({
      signalId: id,
      createdBy: null,
      event: { type: 'status', state: 'a', text: CHILD_CANCELLED_TEXT, sendEmail: false },
    })),
  )
  await setCancelled(
    context,
    open.map(({ id }) => id),
    historyIds,
  )
}

async function setCancelled(
  context: Context,
  ids: readonly number[],
  historyIds: readonly number[],
): Promise<void> {
  const now = context.clock.now()
  await sql`
    update ${context.db.table('signal')} as child
    set status_id = cancelled.history_id, status_state = 'a', status_text = ${CHILD_CANCELLED_TEXT},
      status_user = null, status_target_api = null, status_extra_properties = null, status_send_email = false,
      status_email_override = null, status_created_at = ${now}, updated_at = ${now}, version = version + 1
    from unnest(${ids}::integer[], ${historyIds}::bigint[]) as cancelled (id, history_id)
    where child.id = cancelled.id`.execute(context.db.kysely)
}
