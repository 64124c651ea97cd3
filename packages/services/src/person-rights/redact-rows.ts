import { REDACTED, redactJson, redactText } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { signalIdOf } from './find-mentions.ts'
import type { TextPlace } from './text-places.ts'

export interface RowsToRedact {
  readonly place: TextPlace
  /** Rows that were found to name the person. */
  readonly ids: readonly number[]
  /** Reports of the person: all that belongs to them is gone through. */
  readonly signalIds: readonly number[]
  readonly pattern: string
  /** What is taken out of the person's own reports, which is more. */
  readonly ownPattern: string
}

export interface RedactedRows {
  readonly count: number
  /** Reports to which something of it belongs. */
  readonly signalIds: readonly number[]
}

type Row = Readonly<Record<string, unknown>> & { readonly id: number; readonly signal_id: number | null }

/** Takes what was found out of the rows of one table. In the caller's transaction. */
export async function redactRows(context: Context, asked: RowsToRedact): Promise<RedactedRows> {
  const own = new Set(asked.signalIds)
  const signalIds: number[] = []
  let count = 0
  for (const row of await findRows(context, asked)) {
    const isOwn = row.signal_id !== null && own.has(row.signal_id)
    const changes = redact(row, asked.place, isOwn ? asked.ownPattern : asked.pattern)
    if (Object.keys(changes).length === 0) continue
    await writeRow(context, asked.place, row.id, changes)
    count += 1
    if (row.signal_id !== null) signalIds.push(row.signal_id)
  }
  return { count, signalIds }
}

async function findRows(context: Context, { place, ids, signalIds }: RowsToRedact): Promise<Row[]> {
  const { db } = context
  const columns = columnsOf(place).map((name) => sql.ref(`entry.${name}`))
  const belongs =
    place.signalId === undefined ? sql`false` : sql`owner.signal_id = any(${signalIds}::integer[])`
  const { rows } = await sql<Row>`
    select entry.id, owner.signal_id, ${sql.join(columns)}
    from ${db.table(place.table)} entry
    cross join lateral (select ${signalIdOf(context, place)} as signal_id) owner
    where entry.id = any(${ids}::bigint[]) or ${belongs}
    order by entry.id for update of entry`.execute(db.kysely)
  return rows
}

function columnsOf({ texts = [], lists = [], jsons = [] }: TextPlace): string[] {
  return [...texts, ...lists, ...jsons]
}

/** The columns that become otherwise, as they are written. */
function redact(row: Row, { texts = [], lists = [], jsons = [] }: TextPlace, pattern: string) {
  const changes: Record<string, unknown> = {}
  for (const name of texts) {
    const text = row[name]
    if (typeof text !== 'string') continue
    const redacted = redactText(text, pattern)
    if (redacted !== text) changes[name] = NULL_WHEN_REDACTED.has(name) ? null : redacted
  }
  for (const name of lists) {
    const list = row[name]
    if (!Array.isArray(list)) continue
    const redacted = list.map((text: string) => redactText(text, pattern))
    if (redacted.some((text, index) => text !== list[index])) changes[name] = redacted
  }
  for (const name of jsons) {
    const redacted = JSON.stringify(withoutAddressees(redactJson(row[name], pattern)))
    if (row[name] !== null && redacted !== JSON.stringify(row[name])) changes[name] = redacted
  }
  return changes
}

const NULL_WHEN_REDACTED = new Set(['status_email_override'])

/** Where mail would go, or what is searched for, there is nothing rather than a word that is no address. */
function withoutAddressees(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const fields = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    if (inner !== REDACTED) return [[name, inner]]
    if (name === 'reporter_email') return []
    return [[name, name === 'emailOverride' ? null : inner]]
  })
  return Object.fromEntries(fields)
}

async function writeRow(
  { db }: Context,
  { table, jsons = [], lists = [] }: TextPlace,
  id: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  const set = Object.entries(changes).map(([name, value]) => {
    if (jsons.includes(name)) return sql`${sql.ref(name)} = ${value}::jsonb`
    if (lists.includes(name)) return sql`${sql.ref(name)} = ${value}::text[]`
    return sql`${sql.ref(name)} = ${value}::text`
  })
  await sql`update ${db.table(table)} set ${sql.join(set)} where id = ${id}`.execute(db.kysely)
}
