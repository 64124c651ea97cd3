import { type ExtraProperty, toExtraAnswer, type WireErrors } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { invalid } from '../../problem.ts'
import { findSessionView } from '../../questionnaires/session-view.ts'
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
    taken.push(found && { id: found.id, answers: await findAnswers(context, found.uuid) })
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
    .select(['id', 'uuid', 'signal_id', 'frozen', 'submit_before', 'started_at', 'duration_seconds'])
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

/** Answers to questions that the others led past are kept, and say nothing of the report. */
async function findAnswers(context: Context, uuid: string): Promise<TakenSession['answers']> {
  const session = await findSessionView(context, uuid)
  if (!session) return []
  const { path, graph, answers } = session
  return path.questions.flatMap(({ id }) => {
    const question = graph.questions.find((one) => one.id === id)
    if (!question || !answers.has(id)) return []
    const answer = toExtraAnswer(question.fieldType, answers.get(id))
    return [{ id: question.analysisKey, label: question.shortLabel, answer }]
  })
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
