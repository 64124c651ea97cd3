import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import type { Settings } from '../../settings/settings.ts'
import { toHistoryContent } from '../history/history-rows.ts'
import { type DrawnIds, listFirstEvents, type SignalPlan, toSignalValues } from './plan-signal.ts'

export interface WrittenSignal {
  readonly id: number
  readonly statusHistoryId: number
  readonly plan: SignalPlan
}

/** Writes new signals in four statements, however many there are: numbers, signals, reporters, history. */
export async function writeSignals(context: Context, plans: readonly SignalPlan[]): Promise<WrittenSignal[]> {
  if (plans.length === 0) return []
  const drawn = await drawIds(context, plans.length)
  const written = plans.flatMap((plan, index) => {
    const ids = drawn[index]
    return ids ? [{ plan, ids }] : []
  })
  const { kysely } = context.db
  await kysely
    .insertInto('signal')
    .values(
      written.map(({ plan, ids }) => toSignalValues(plan, ids, context.random.uuid(), context.settings)),
    )
    .execute()
  await kysely.insertInto('reporter').values(written.map(toReporterValues)).execute()
  await kysely
    .insertInto('signal_history')
    .values(written.flatMap((one) => toHistoryValues(one, context.settings)))
    .execute()
  return written.map(({ plan, ids }) => ({ id: ids.signal, statusHistoryId: ids.status, plan }))
}

/** Drawn beforehand, so that the row of a signal can name its parts when it is written. */
async function drawIds(context: Context, count: number): Promise<DrawnIds[]> {
  const next = (table: string) => sql`nextval(${`${context.db.schema}.${table}_id_seq`})::integer`
  const { rows } = await sql<DrawnIds>`
    select ${next('signal')} as signal, ${next('reporter')} as reporter,
      ${next('signal_history')} as location, ${next('signal_history')} as status
    from generate_series(1, ${count}::integer)`.execute(context.db.kysely)
  return rows
}

interface Drawn {
  readonly plan: SignalPlan
  readonly ids: DrawnIds
}

function toReporterValues({ plan: { signal, createdAt }, ids }: Drawn) {
  return {
    id: ids.reporter,
    signal_id: ids.signal,
    email: signal.reporter.email,
    phone: signal.reporter.phone,
    sharing_allowed: signal.reporter.sharingAllowed,
    state: 'approved',
    created_at: createdAt,
    updated_at: createdAt,
    email_verification_token_hash: null,
    email_verification_token_expires: null,
  }
}

function toHistoryValues({ plan, ids }: Drawn, settings: Settings) {
  return listFirstEvents(plan, settings).map(({ event, facts }) => ({
    ...findDrawnId(event.type, ids),
    signal_id: ids.signal,
    created_by: plan.createdBy,
    created_at: plan.createdAt,
    ...toHistoryContent(event, facts),
  }))
}

function findDrawnId(type: string, ids: DrawnIds): { id?: number } {
  switch (type) {
    case 'location':
      return { id: ids.location }
    case 'status':
      return { id: ids.status }
    default:
      return {}
  }
}
