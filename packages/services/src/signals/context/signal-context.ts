import { type Actor, CLOSED_STATUS_CODES, canSeeSignal, type Position } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { notFound, Problem } from '../../problem.ts'
import { requireRight } from '../get-signal.ts'
import type { PlaceInList } from '../list/signal-selection.ts'
import { type CategoryReference, getCategory, readReference } from '../reference.ts'
import { subjectOf } from '../visibility.ts'

/** What is known around a report: others nearby of the same kind, and others of the same reporter. */

interface Subject {
  readonly id: number
  readonly categoryId: number
  readonly position: Position
  readonly reporterEmail: string | null
}

async function getContextSubject(context: Context, actor: Actor, id: number): Promise<Subject> {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['id', 'category_id', 'reporter_email', 'parent_id', 'child_count', 'routing_department_ids'])
    .select([
      sql<number>`public.ST_X(geometry)`.as('longitude'),
      sql<number>`public.ST_Y(geometry)`.as('latitude'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Signal')
  requireRight(actor, 'signal.context', { subject: subjectOf(row, await readReference(context.db)) })
  const position: Position = [row.longitude, row.latitude]
  return { id: row.id, categoryId: row.category_id, position, reporterEmail: row.reporter_email }
}

export interface ReporterCounts {
  readonly signalCount: number
  readonly openCount: number
  readonly positiveCount: number
  readonly negativeCount: number
}

export interface SignalContext {
  readonly nearCount: number
  /** Null for a reporter who left no e-mail address. */
  readonly reporter: ReporterCounts | null
}

export async function getSignalContext(context: Context, actor: Actor, id: number): Promise<SignalContext> {
  const subject = await getContextSubject(context, actor, id)
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from ${context.db.table('signal')} s
    where ${whereNear(context, subject)}`.execute(context.db.kysely)
  const reporter = subject.reporterEmail && (await countOfReporter(context, subject.reporterEmail))
  return { nearCount: rows[0]?.count ?? 0, reporter: reporter || null }
}

/** A degree is never longer than this, so that the index can be asked for a square first. */
const METRES_PER_DEGREE = 111_000

function whereNear({ settings, clock }: Context, { id, categoryId, position }: Subject): RawBuilder<boolean> {
  const [longitude, latitude] = position
  const since = new Date(clock.now().getTime() - settings.nearWeeks * 7 * 86_400_000)
  const point = sql`public.ST_SetSRID(public.ST_MakePoint(${longitude}, ${latitude}), 4326)`
  const reach = settings.nearRadiusMetres / METRES_PER_DEGREE
  const stretch = 1 / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)
  return sql`s.id <> ${id} and s.child_count = 0 and s.category_id = ${categoryId} and s.created_at >= ${since}
    and public.ST_Intersects(s.geometry, public.ST_MakeEnvelope(
      ${longitude - reach * stretch}, ${latitude - reach}, ${longitude + reach * stretch}, ${latitude + reach}, 4326))
    and public.ST_DistanceSphere(s.geometry, ${point}) <= ${settings.nearRadiusMetres}`
}

async function countOfReporter(context: Context, email: string): Promise<ReporterCounts> {
  const { rows } = await sql<ReporterCounts>`
    select count(*) filter (where parent_id is null)::integer as "signalCount",
      count(*) filter (where parent_id is null and status_state <> all(${[...CLOSED_STATUS_CODES]}::text[]))::integer
        as "openCount",
      count(*) filter (where feedback_state = 'satisfied')::integer as "positiveCount",
      count(*) filter (where feedback_state = 'not_satisfied')::integer as "negativeCount"
    from ${context.db.table('signal')}
    where lower(reporter_email) = lower(${email})`.execute(context.db.kysely)
  return rows[0] ?? { signalCount: 0, openCount: 0, positiveCount: 0, negativeCount: 0 }
}

export interface NearSignal {
  readonly id: number
  readonly createdAt: Date
  readonly state: string
  readonly longitude: number
  readonly latitude: number
}

export interface NearQuery {
  readonly signalId: number
  placeOf(count: number): PlaceInList
}

export async function listNearSignals(
  context: Context,
  actor: Actor,
  query: NearQuery,
): Promise<{ count: number; signals: readonly NearSignal[] }> {
  const subject = await getContextSubject(context, actor, query.signalId)
  const where = whereNear(context, subject)
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::integer as count from ${context.db.table('signal')} s where ${where}`.execute(
    context.db.kysely,
  )
  const count = counted[0]?.count ?? 0
  const { limit, offset } = query.placeOf(count)
  const { rows } = await sql<NearSignal>`
    select s.id, s.created_at as "createdAt", s.status_state as state,
      public.ST_X(s.geometry) as longitude, public.ST_Y(s.geometry) as latitude
    from ${context.db.table('signal')} s where ${where}
    order by s.created_at, s.id limit ${limit} offset ${offset}`.execute(context.db.kysely)
  return { count, signals: rows }
}

export interface ReporterSignal {
  readonly id: number
  readonly createdAt: Date
  readonly state: string
  readonly category: CategoryReference
  readonly hasChildren: boolean
  readonly canView: boolean
  /** Of the request for feedback that was made last. */
  readonly feedback: { readonly isSatisfied: boolean | null; readonly submittedAt: Date | null } | null
}

/** Reports of the same reporter; those that this person may not see, in outline. */
export async function listReporterSignals(
  context: Context,
  actor: Actor,
  id: number,
): Promise<ReporterSignal[]> {
  const { reporterEmail } = await getContextSubject(context, actor, id)
  if (reporterEmail === null) {
    throw new Problem(404, { detail: `Signal ${id} has no reporter contact detail.` })
  }
  const reference = await readReference(context.db)
  const rows = await findOfReporter(context, reporterEmail)
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    state: row.status_state,
    category: getCategory(reference, row.category_id),
    hasChildren: row.child_count > 0,
    canView: canSeeSignal(actor, subjectOf(row, reference)),
    feedback:
      row.has_feedback === null ? null : { isSatisfied: row.is_satisfied, submittedAt: row.submitted_at },
  }))
}

function findOfReporter(context: Context, email: string) {
  return context.db.kysely
    .selectFrom('signal as s')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('feedback')
          .select(['id as has_feedback', 'is_satisfied', 'submitted_at'])
          .whereRef('feedback.signal_id', '=', 's.id')
          .orderBy('created_at', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select(['s.id', 's.created_at', 's.status_state', 's.category_id', 's.parent_id', 's.child_count'])
    .select(['s.routing_department_ids', 'latest.has_feedback', 'latest.is_satisfied', 'latest.submitted_at'])
    .where(sql<boolean>`lower(s.reporter_email) = lower(${email})`)
    .where('s.parent_id', 'is', null)
    .orderBy('s.created_at', 'desc')
    .orderBy('s.id', 'desc')
    .execute()
}
