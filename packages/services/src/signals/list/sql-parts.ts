import { type RawBuilder, sql } from 'kysely'

export function anyText(column: string, values: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...values]}::text[])`
}

export function either(conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join([...conditions], sql` or `)})`
}

/** None at all, or an empty list that was made empty on purpose. */
export function isEmpty(column: string): RawBuilder<boolean> {
  return sql<boolean>`coalesce(cardinality(${sql.ref(column)}), 0) = 0`
}

/** A pattern for `ilike` that finds the text anywhere, its own percent signs included. */
export function containing(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
