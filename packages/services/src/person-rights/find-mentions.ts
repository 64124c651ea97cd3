import { setImmediate as yieldToOthers } from 'node:timers/promises'
import { excerptOf } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { TEXT_PLACES, type TextPlace } from './text-places.ts'

/** A row that names a person, and where. */
export interface Mention {
  readonly place: TextPlace
  readonly id: number
  readonly signalId: number | null
  readonly excerpt: string
}

/** So many numbers of rows are looked through at a time: others have their turn in between. */
const WINDOW = 20_000

/** Every row in which the person is named, read in pieces. Nothing of it is locked. */
export async function findMentions(context: Context, pattern: string): Promise<Mention[]> {
  const mentions: Mention[] = []
  for (const place of TEXT_PLACES) {
    const last = await findLastId(context, place)
    for (let from = 0; from < last; from += WINDOW) {
      mentions.push(...(await scanWindow(context, place, { pattern, from })))
      await yieldToOthers()
    }
  }
  return mentions
}

async function findLastId({ db }: Context, { table }: TextPlace): Promise<number> {
  const { rows } = await sql<{ last: number | null }>`
    select max(id)::float8 as last from ${db.table(table)}`.execute(db.kysely)
  return rows[0]?.last ?? 0
}

async function scanWindow(
  context: Context,
  place: TextPlace,
  { pattern, from }: { readonly pattern: string; readonly from: number },
): Promise<Mention[]> {
  const { db } = context
  const { rows } = await sql<{ id: number; signal_id: number | null; words: string }>`
    select entry.id, ${signalIdOf(context, place)} as signal_id, words.words
    from ${db.table(place.table)} entry cross join lateral (select ${wordsOf(place)} as words) words
    where entry.id > ${from} and entry.id <= ${from + WINDOW} and words.words ~* ${pattern}
    order by entry.id`.execute(db.kysely)
  return rows.map((row) => ({
    place,
    id: row.id,
    signalId: row.signal_id,
    excerpt: excerptOf(row.words, pattern),
  }))
}

/** All that stands in the row, each on a line of its own. */
function wordsOf({ texts = [], lists = [], jsons = [] }: TextPlace): RawBuilder<string> {
  const parts = [
    ...texts.map((name) => sql.ref(`entry.${name}`)),
    ...lists.map((name) => sql`array_to_string(${sql.ref(`entry.${name}`)}, E'\n')`),
    ...jsons.map((name) => sql`${sql.ref(`entry.${name}`)}::text`),
  ]
  return sql`concat_ws(E'\n', ${sql.join(parts)})`
}

export function signalIdOf({ db }: Context, { signalId }: TextPlace): RawBuilder<number | null> {
  if (signalId === undefined) return sql`null::integer`
  const [before, after] = signalId.split('{{qa_session}}')
  if (before === undefined || after === undefined) return sql`${sql.ref(`entry.${signalId}`)}`
  return sql`${sql.raw(before)}${db.table('qa_session')}${sql.raw(after)}`
}
