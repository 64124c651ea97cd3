import type { ExtraProperty, WireErrors } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { invalid } from '../../problem.ts'
import type { CategoryReference } from '../reference.ts'
import type { Batch } from './check-signals.ts'

/** A questionnaire that was filled in before the report was made. */
export interface TakenSession {
  readonly id: number
  readonly answers: readonly { readonly id: string; readonly label: string; readonly answer: unknown }[]
}

/** Of each signal the session that comes with it, locked so that it is taken once. */
export async function takeSessions(
  context: Context,
  { signals, isList }: Batch,
): Promise<(TakenSession | null)[]> {
  const taken: (TakenSession | null)[] = []
  for (const [index, { session }] of signals.entries()) {
    const found = session === null ? null : await lockSession(context, session)
    const fault = session === null ? undefined : findFault(context, found, taken)
    if (fault !== undefined)
      throw invalid(besideSignal(index, { session: [fault] }, isList ? signals.length : null))
    taken.push(found && { id: found.id, answers: await findAnswers(context, found.id) })
  }
  return taken
}

function besideSignal(index: number, fault: Record<string, string[]>, length: number | null): WireErrors {
  if (length === null) return fault
  return Array.from({ length }, (_, place) => (place === index ? fault : {})) as unknown as WireErrors
}

type Session = NonNullable<Awaited<ReturnType<typeof lockSession>>>

async function lockSession(context: Context, uuid: string) {
  const row = await context.db.kysely
    .selectFrom('qa_session')
    .select(['id', 'signal_id', 'frozen', 'submit_before', 'started_at', 'duration_seconds'])
    .where('uuid', '=', uuid)
    .forUpdate()
    .executeTakeFirst()
  return row ?? null
}

function findFault(
  { clock }: Context,
  session: Session | null,
  taken: readonly (TakenSession | null)[],
): string | undefined {
  if (session === null) return 'Session matching query does not exist.'
  const isTaken = session.signal_id !== null || taken.some((other) => other?.id === session.id)
  if (isTaken) return 'Session already used'
  if (session.frozen) return undefined
  return isExpired(session, clock.now()) ? 'Session expired' : 'Session not frozen'
}

function isExpired({ submit_before, started_at, duration_seconds }: Session, now: Date): boolean {
  if (submit_before !== null && submit_before < now) return true
  if (started_at === null || duration_seconds === null) return false
  return started_at.getTime() + duration_seconds * 1000 < now.getTime()
}

async function findAnswers(context: Context, sessionId: number): Promise<TakenSession['answers']> {
  const { rows } = await sql<TakenSession['answers'][number]>`
    select distinct on (question.id) question.analysis_key as id, question.label, answer.payload as answer
    from ${context.db.table('qa_answer')} answer
    join ${context.db.table('qa_question')} question on question.id = answer.question_id
    where answer.session_id = ${sessionId}
    order by question.id, answer.id desc`.execute(context.db.kysely)
  return rows
}

/** What was sent with the report, and after it what was answered before. */
export function withAnswers(
  extraProperties: unknown,
  session: TakenSession | null | undefined,
  category: CategoryReference,
): unknown {
  if (!session || session.answers.length === 0) return extraProperties
  const category_url = `/signals/v1/public/terms/categories/${category.main.slug}/sub_categories/${category.slug}`
  const answers: ExtraProperty[] = session.answers.map((answer) => ({ ...answer, category_url }))
  return [...(Array.isArray(extraProperties) ? extraProperties : []), ...answers]
}

export async function tieSession(context: Context, session: TakenSession, signalId: number): Promise<void> {
  await context.db.kysely
    .updateTable('qa_session')
    .set({ signal_id: signalId })
    .where('id', '=', session.id)
    .execute()
}
