import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { ENDED_STATES } from './anonymise-reporters.ts'
import { listSignalsToDelete } from './delete-signals.ts'
import { daysBefore } from './pieces.ts'

const MOST_LISTED = 1000
const DAY = 86_400_000

export interface DueTomorrow {
  /** When the tasks of tomorrow look. */
  readonly at: Date
  /** Reports whose reporter would be forgotten; the ids are those of the first thousand. */
  readonly anonymised: { readonly count: number; readonly ids: readonly number[] }
  /** Reports that would be destroyed, at most a thousand; nothing happens to them unless `isOn`. */
  readonly destroyed: { readonly isOn: boolean; readonly ids: readonly number[]; readonly isCapped: boolean }
}

/** What the terms of keeping would do this time tomorrow, by the settings of now. Nothing is changed. */
export async function listDueTomorrow(context: Context): Promise<DueTomorrow> {
  const at = new Date(context.clock.now().getTime() + DAY)
  const tomorrow = { ...context, clock: { now: () => at } }
  const due = await listSignalsToDelete(tomorrow)
  return {
    at,
    anonymised: await findReporters(tomorrow),
    destroyed: {
      isOn: context.settings.deleteAfterTerm,
      ids: due.map(({ id }) => id),
      isCapped: due.length >= MOST_LISTED,
    },
  }
}

async function findReporters({ db, clock, settings }: Context) {
  const before = daysBefore(clock.now(), settings.anonymiseAfterDays)
  const { rows } = await sql<{ id: number; count: string }>`
    select signal.id, count(*) over () as count
    from ${db.table('signal')} signal
    where signal.status_state = any(${[...ENDED_STATES]}::text[]) and exists (
      select 1 from ${db.table('reporter')} reporter
      where reporter.signal_id = signal.id and reporter.created_at < ${before}
        and (reporter.email is not null or reporter.phone is not null)
    )
    order by signal.id limit ${MOST_LISTED}`.execute(db.kysely)
  return { count: Number(rows[0]?.count ?? 0), ids: rows.map(({ id }) => id) }
}
