import { CLOSED_STATUS_CODES, type PunctualityFilter } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'

const CLOSED = sql.join(CLOSED_STATUS_CODES.map((code) => sql.lit(code)))

/** Written out, so that the indexes of open reports serve it. */
export const IS_OPEN = sql<boolean>`s.status_state not in (${CLOSED})`

export function wherePunctual(wanted: PunctualityFilter, now: Date): RawBuilder<boolean> {
  return sql<boolean>`(${IS_OPEN} and ${deadlineIs(wanted, now)})`
}

function deadlineIs(wanted: PunctualityFilter, now: Date): RawBuilder<boolean> {
  switch (wanted) {
    case 'on_time':
      return sql`s.deadline > ${now}`
    case 'late':
      return sql`s.deadline < ${now}`
    case 'late_factor_3':
      return sql`s.deadline_factor_3 < ${now}`
    case 'none':
      return sql`s.deadline is null`
  }
}
