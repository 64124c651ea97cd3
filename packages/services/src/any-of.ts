import { type RawBuilder, sql } from 'kysely'

/** `column = any(ids)`: one parameter however many ids there are, and none is fine too. */
export function anyOf(column: string, ids: Iterable<number>): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...new Set(ids)]}::bigint[])`
}
