import { type RawBuilder, sql } from 'kysely'

export type ColumnText = RawBuilder<string | null>

/** A column as the text that PostgreSQL makes of it. */
export function plain(name: string): ColumnText {
  return sql`${sql.ref(name)}::text`
}

/** `2026-11-24 02:23:15.99+00`, whatever the time zone of the connection. */
export function moment(name: string): ColumnText {
  return sql`(${sql.ref(name)} at time zone 'UTC')::text || '+00'`
}

/** What holds nothing is told in JSON too. */
export function json(name: string): ColumnText {
  return sql`coalesce(${sql.ref(name)}::text, 'null')`
}

export function trueOrFalse(condition: RawBuilder<unknown>): ColumnText {
  return sql`case when ${condition} then 'True' when not ${condition} then 'False' end`
}

export function nothing(): ColumnText {
  return sql`null::text`
}

/** A code as people know it. */
export function labelOf(name: string, labels: Readonly<Record<string, string>>): ColumnText {
  const cases = Object.entries(labels).map(
    ([code, label]) => sql`when ${sql.lit(code)} then ${sql.lit(label)}`,
  )
  return sql`case ${sql.ref(name)} ${sql.join(cases, sql` `)} end`
}
