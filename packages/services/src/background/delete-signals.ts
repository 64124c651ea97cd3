import { STATUS_LABELS } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { noteUploads } from './clear-expired.ts'
import { deleteFiles } from './delete-files.ts'
import { type ResolvedTerm, resolveTerms, whereDue } from './deletion-terms.ts'
import { inPieces } from './pieces.ts'

/** A report may have ten parts, and all go together. */
const FAMILIES = 90

/** Destroys reports whose term is over, with all that belongs to them. Does nothing unless the municipality wants it. */
export async function deleteSignals(context: Context): Promise<number> {
  if (!context.settings.deleteAfterTerm) return 0
  let deleted = 0
  for (const resolved of await resolveTerms(context)) {
    await inPieces(async () => {
      const families = await context.db.transaction((trx) => deletePiece({ ...context, db: trx }, resolved))
      deleted += families.signals
      return families.count
    }, FAMILIES)
  }
  await deleteFiles(context)
  return deleted
}

export interface DueSignal {
  readonly id: number
  readonly state: string
  readonly statusSince: Date
  readonly parts: number
  readonly termDays: number
}

const MOST_LISTED = 1000

/** What `deleteSignals` would destroy now, whether or not the municipality wants it; the first thousand. */
export async function listSignalsToDelete(context: Context): Promise<DueSignal[]> {
  const due: DueSignal[] = []
  for (const resolved of await resolveTerms(context)) {
    const { rows } = await sql<{ id: number; status_created_at: Date; child_count: number }>`
      select id, status_created_at, child_count from ${context.db.table('signal')}
      where ${whereDue(context, resolved)} order by id limit ${MOST_LISTED - due.length}`.execute(
      context.db.kysely,
    )
    due.push(
      ...rows.map((row) => ({
        id: row.id,
        state: resolved.term.state,
        statusSince: row.status_created_at,
        parts: row.child_count,
        termDays: resolved.term.days,
      })),
    )
  }
  return due
}

async function deletePiece(
  context: Context,
  resolved: ResolvedTerm,
): Promise<{ count: number; signals: number }> {
  const { rows } = await sql<{ id: number }>`
    select id from ${context.db.table('signal')} where ${whereDue(context, resolved)}
    order by id limit ${FAMILIES} for update skip locked`.execute(context.db.kysely)
  const parents = rows.map(({ id }) => id)
  if (parents.length === 0) return { count: 0, signals: 0 }
  const children = await sql<{ id: number }>`
    select id from ${context.db.table('signal')} where parent_id = any(${parents}::integer[])
    order by id for update`.execute(context.db.kysely)
  const ids = [...parents, ...children.rows.map(({ id }) => id)]
  const { term } = resolved
  const reason = `in state "${STATUS_LABELS[term.state]}" for ${term.days} days`
  await destroySignals(context, ids, {
    by: null,
    batch: context.random.uuid(),
    action: 'automatic',
    note: sql`case when parent_id is null then 'Signal was ' else 'Parent signal was ' end || ${reason}::text`,
  })
  return { count: parents.length, signals: ids.length }
}

export interface Destruction {
  /** Null for the clock. */
  readonly by: string | null
  /** Of what went in one go. */
  readonly batch: string | null
  readonly action: 'automatic' | 'manual'
  /** May ask what the report was. */
  readonly note: RawBuilder<string>
}

/** With all that belongs to them; their files go when `deleteFiles` runs next. In the caller's transaction. */
export async function destroySignals(
  context: Context,
  ids: readonly number[],
  destruction: Destruction,
): Promise<void> {
  await recordDeletion(context, ids, destruction)
  await noteFiles(context, ids)
  await deleteQuestionnaires(context, ids)
  await sql`delete from ${context.db.table('signal')} where id = any(${ids}::integer[])`.execute(
    context.db.kysely,
  )
}

/** What remains of a report: its number, category and times, for the figures. */
async function recordDeletion(
  context: Context,
  ids: readonly number[],
  { by, batch, action, note }: Destruction,
): Promise<void> {
  await sql`
    insert into ${context.db.table('deleted_signal')} (signal_id, signal_uuid, parent_signal_id, category_id,
      signal_state, signal_state_set_at, signal_created_at, deleted_by, deleted_at, batch_uuid, action, note)
    select id, uuid, parent_id, category_id, status_state, status_created_at, created_at, ${by},
      ${context.clock.now()}, ${batch}::uuid, ${action}, ${note}
    from ${context.db.table('signal')} where id = any(${ids}::integer[]) order by id`.execute(
    context.db.kysely,
  )
}

async function noteFiles(context: Context, signalIds: readonly number[]): Promise<void> {
  await sql`
    insert into ${context.db.table('file_to_delete')} (file_key, created_at)
    select distinct key, ${context.clock.now()}::timestamptz from ${context.db.table('attachment')}
    cross join lateral (values (file_key), (thumbnail_key)) keys (key)
    where signal_id = any(${signalIds}::integer[]) and key is not null
    on conflict do nothing`.execute(context.db.kysely)
  const { rows } = await sql<{ id: number }>`
    select id from ${context.db.table('qa_session')} where signal_id = any(${signalIds}::integer[])`.execute(
    context.db.kysely,
  )
  await noteUploads(
    context,
    rows.map(({ id }) => id),
  )
}

/** Questionnaires that were made for one report alone quote it. */
async function deleteQuestionnaires(context: Context, signalIds: readonly number[]): Promise<void> {
  const form = context.db.table('qa_questionnaire')
  const edge = context.db.table('qa_edge')
  const { rows } = await sql<{ id: number; questions: number[] }>`
    select form.id, array(
      select form.first_question_id where form.first_question_id is not null
      union select question_id from ${edge} where questionnaire_id = form.id
      union select next_question_id from ${edge} where questionnaire_id = form.id) as questions
    from ${form} form
    where form.flow <> 'EXTRA_PROPERTIES' and form.id in (
      select questionnaire_id from ${context.db.table('qa_session')} where signal_id = any(${signalIds}::integer[]))
  `.execute(context.db.kysely)
  const formIds = rows.map(({ id }) => id)
  const questionIds = rows.flatMap(({ questions }) => questions)
  await sql`delete from ${form} where id = any(${formIds}::integer[])`.execute(context.db.kysely)
  await sql`delete from ${context.db.table('qa_question')} where id = any(${questionIds}::integer[])`.execute(
    context.db.kysely,
  )
}
