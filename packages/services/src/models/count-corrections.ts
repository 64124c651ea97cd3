import { sql } from 'kysely'
import type { Context } from '../context.ts'

export interface CorrectionsOfMonth {
  /** `2026-11`, on the clock of the municipality. */
  readonly month: string
  readonly reports: number
  /** Reports of that month that got another category by hand. */
  readonly corrected: number
}

const MONTHS = 12

/** How often staff gave the reports of a month another category; oldest month first. */
export async function countCorrections(context: Context): Promise<CorrectionsOfMonth[]> {
  const { timeZone } = context.settings
  const history = context.db.table('signal_history')
  const month = (moment: string) => sql`to_char(${sql.ref(moment)} at time zone ${timeZone}, 'YYYY-MM')`
  const since = sql`(date_trunc('month', ${context.clock.now()}::timestamptz at time zone ${timeZone})
    - ${MONTHS - 1} * interval '1 month') at time zone ${timeZone}`
  const { rows } = await sql<CorrectionsOfMonth>`
    with corrected as (
      select distinct later.signal_id from ${history} later
      where later.kind = 'category' and later.created_by is not null and later.created_at >= ${since}
        and exists(select from ${history} earlier
          where earlier.signal_id = later.signal_id and earlier.kind = 'category' and earlier.id < later.id)
    )
    select ${month('s.created_at')} as month, count(*)::integer as reports,
      count(corrected.signal_id)::integer as corrected
    from ${context.db.table('signal')} s
    left join corrected on corrected.signal_id = s.id
    where s.created_at >= ${since}
    group by 1 order by 1`.execute(context.db.kysely)
  return rows
}
