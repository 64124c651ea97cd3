import { findSessionClosed } from '@signalen/domain'
import type { Context } from '../context.ts'
import { gone, invalid, notFound } from '../problem.ts'
import { findSessionView, type SessionView } from './session-view.ts'
import { lockSignal } from './touch-signal.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

export function isUuid(text: string): boolean {
  return UUID.test(text)
}

/** The session behind a mailed link, as long as it can be used. */
export async function getOpenSession(context: Context, uuid: string): Promise<SessionView> {
  if (!isUuid(uuid)) throw invalid([`'${uuid.slice(0, 50)}' is geen geldige UUID.`])
  const session = await findSessionView(context, uuid)
  if (!session) throw notFound()
  const closed = await findReasonClosed(context, session)
  if (closed !== undefined) throw gone(closed)
  return session
}

export async function findReasonClosed(context: Context, session: SessionView): Promise<string | undefined> {
  const subject = session.signal && {
    state: session.signal.state,
    newestSessionUuid: await findNewestUuid(context, session),
  }
  return findSessionClosed(session, subject, context.clock.now())
}

async function findNewestUuid(context: Context, { signal, flow, uuid }: SessionView): Promise<string> {
  if (signal === null || flow !== 'REACTION_REQUEST') return uuid
  const newest = await context.db.kysely
    .selectFrom('qa_session as session')
    .innerJoin('qa_questionnaire as form', 'form.id', 'session.questionnaire_id')
    .select('session.uuid')
    .where('session.signal_id', '=', signal.id)
    .where('form.flow', '=', flow)
    .orderBy('session.created_at', 'desc')
    .orderBy('session.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return newest?.uuid ?? uuid
}

/**
 * Works on an open session that nobody else works on meanwhile. The report is locked before the session, as
 * in every change, and the session is looked at again behind the locks.
 */
export async function changeOpenSession<Result>(
  context: Context,
  uuid: string,
  change: (inside: Context, session: SessionView) => Promise<Result>,
): Promise<Result> {
  const { id, signal } = await getOpenSession(context, uuid)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    if (signal !== null) await lockSignal(inside, signal.id)
    await trx.kysely.selectFrom('qa_session').select('id').where('id', '=', id).forUpdate().execute()
    const session = await getOpenSession(inside, uuid)
    await start(inside, session)
    return change(inside, session)
  })
}

/** The time to finish in begins with the first answer. */
async function start(context: Context, session: SessionView): Promise<void> {
  if (session.startedAt !== null) return
  await context.db.kysely
    .updateTable('qa_session')
    .set({ started_at: context.clock.now() })
    .where('id', '=', session.id)
    .execute()
}
