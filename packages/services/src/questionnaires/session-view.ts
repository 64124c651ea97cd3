import type {
  Address,
  DistrictCode,
  Position,
  QuestionnaireSession,
  QuestionPath,
  SessionFlow,
  StatusCode,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import type { Explanation } from './create-questionnaire.ts'
import { type AskedGraph, getPath, loadGraph } from './question-graph.ts'

export interface SnapshotLocation {
  readonly position: Position
  readonly address: Address | null
  readonly district: DistrictCode | null
  readonly areaName: string | null
}

export interface SessionSubject {
  readonly id: number
  readonly uuid: string
  readonly state: StatusCode
  readonly statusId: number | null
}

/** Someone's way through a questionnaire, with all that is shown of it. */
export interface SessionView extends QuestionnaireSession {
  readonly id: number
  readonly createdAt: Date
  readonly statusHistoryId: number | null
  readonly questionnaire: { readonly id: number; readonly uuid: string }
  readonly explanation: Explanation | null
  readonly signal: SessionSubject | null
  readonly location: SnapshotLocation | null
  readonly graph: AskedGraph
  /** The latest answer to each question, by its id. */
  readonly answers: ReadonlyMap<number, unknown>
  readonly path: QuestionPath
}

type SessionRow = NonNullable<Awaited<ReturnType<typeof findRow>>>

export async function findSessionView(context: Context, uuid: string): Promise<SessionView | undefined> {
  const row = await findRow(context, uuid)
  return row && viewSession(context, row)
}

function findRow(context: Context, uuid: string) {
  return context.db.kysely
    .selectFrom('qa_session as session')
    .innerJoin('qa_questionnaire as form', 'form.id', 'session.questionnaire_id')
    .leftJoin('signal', 'signal.id', 'session.signal_id')
    .select([
      'session.id',
      'session.uuid',
      'session.created_at',
      'session.started_at',
      'session.submit_before',
      'session.duration_seconds',
      'session.frozen',
      'session.invalidated',
      'session.status_history_id',
      'session.location_history_id',
      'form.id as form_id',
      'form.uuid as form_uuid',
      'form.flow',
      'form.first_question_id',
      'form.explanation',
      'signal.id as signal_id',
      'signal.uuid as signal_uuid',
      'signal.status_state',
      'signal.status_id',
    ])
    .where('session.uuid', '=', uuid)
    .executeTakeFirst()
}

async function viewSession(context: Context, row: SessionRow): Promise<SessionView> {
  const graph = await loadGraph(context, {
    questionnaireId: row.form_id,
    firstQuestionId: row.first_question_id,
  })
  const answers = await loadAnswers(context, row.id)
  return {
    id: row.id,
    uuid: row.uuid,
    flow: row.flow as SessionFlow,
    createdAt: row.created_at,
    startedAt: row.started_at,
    submitBefore: row.submit_before,
    durationSeconds: row.duration_seconds,
    isFrozen: row.frozen,
    isInvalidated: row.invalidated,
    statusHistoryId: row.status_history_id,
    questionnaire: { id: row.form_id, uuid: row.form_uuid },
    explanation: await readExplanation(context, row),
    signal: readSubject(row),
    location: await findLocation(context, row),
    graph,
    answers,
    path: getPath(graph, answers),
  }
}

async function loadAnswers(context: Context, sessionId: number): Promise<Map<number, unknown>> {
  const rows = await context.db.kysely
    .selectFrom('qa_answer')
    .select(['question_id', 'payload'])
    .where('session_id', '=', sessionId)
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ question_id, payload }) => [question_id, payload]))
}

function readSubject(row: SessionRow): SessionSubject | null {
  if (row.signal_id === null || row.signal_uuid === null) return null
  return {
    id: row.signal_id,
    uuid: row.signal_uuid,
    state: row.status_state as StatusCode,
    statusId: row.status_id,
  }
}

/** Without the photos that are no longer with the report. */
async function readExplanation(context: Context, row: SessionRow): Promise<Explanation | null> {
  if (row.explanation === null) return null
  const explanation = row.explanation as unknown as Explanation
  const ids = explanation.sections.flatMap(({ files }) => files.map(({ attachmentId }) => attachmentId))
  const present = await listPresentFiles(context, row.signal_id, ids)
  return {
    ...explanation,
    sections: explanation.sections.map((section) => ({
      ...section,
      files: section.files.filter(({ attachmentId }) => present.has(attachmentId)),
    })),
  }
}

async function listPresentFiles(
  context: Context,
  signalId: number | null,
  ids: readonly number[],
): Promise<Set<number>> {
  if (signalId === null || ids.length === 0) return new Set()
  const rows = await context.db.kysely
    .selectFrom('attachment')
    .select('id')
    .where('signal_id', '=', signalId)
    .where('id', 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

async function findLocation(context: Context, row: SessionRow): Promise<SnapshotLocation | null> {
  if (row.location_history_id === null) return null
  const found = await context.db.kysely
    .selectFrom('signal_history')
    .select('data')
    .where('id', '=', row.location_history_id)
    .executeTakeFirst()
  if (!found) return null
  const { position, address, district, areaName } = found.data as unknown as SnapshotLocation
  return { position, address, district, areaName: areaName ?? null }
}
