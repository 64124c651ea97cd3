import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { HandledReport } from '@signalen/classification'
import { type RawBuilder, sql } from 'kysely'
import { PIECE } from '../background/pieces.ts'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { listActiveSlugs } from './category-slugs.ts'

export interface Collecting {
  /** Only reports that were made later. */
  readonly madeAfter?: Date | null
  /** So many of the newest are looked at. */
  readonly newest: number
  /** And so many older ones, of which only the corrected are taken: they teach most. */
  readonly older?: number
}

interface HandledRow {
  readonly id: number
  readonly text: string
  readonly created_at: Date
  readonly category_id: number
  readonly corrected: boolean
}

/**
 * Reports that staff have handled, newest first, under the category that they had in the end. Of categories
 * that are no longer in use there are none.
 */
export async function collectHandledReports(
  context: Context,
  { madeAfter = null, newest, older = 0 }: Collecting,
): Promise<HandledReport[]> {
  const slugs = listActiveSlugs(await getCategoryTree(context.db))
  const collected: HandledReport[] = []
  let last: HandledRow | undefined
  for (let read = 0; read < newest + older; ) {
    const isNew = read < newest
    const size = Math.min(PIECE, (isNew ? newest : newest + older) - read)
    const rows = await readPiece(context, { madeAfter, last, size })
    for (const row of isNew ? rows : rows.filter(({ corrected }) => corrected)) {
      const category = slugs.get(row.category_id)
      const { text, corrected, created_at: createdAt } = row
      if (category !== undefined) collected.push({ text, category, corrected, createdAt })
    }
    read += size
    last = rows.at(-1)
    if (rows.length < size) break
    await yieldToOthers()
  }
  return collected
}

interface Piece {
  readonly madeAfter: Date | null
  readonly last: HandledRow | undefined
  readonly size: number
}

async function readPiece(context: Context, { madeAfter, last, size }: Piece): Promise<HandledRow[]> {
  const after = madeAfter ? sql`and s.created_at > ${madeAfter}` : sql``
  const before = last ? sql`and (s.created_at, s.id) < (${last.created_at}, ${last.id})` : sql``
  const { rows } = await sql<HandledRow>`
    select s.id, s.text, s.created_at, s.category_id, exists(${selectCorrections(context)}) as corrected
    from ${context.db.table('signal')} s
    where s.status_state = 'o' ${after} ${before}
    order by s.created_at desc, s.id desc limit ${size}`.execute(context.db.kysely)
  return rows
}

/** A category given by a person, when the report `s` had one already. */
function selectCorrections(context: Context): RawBuilder<unknown> {
  const history = context.db.table('signal_history')
  return sql`select from ${history} later
    where later.signal_id = s.id and later.kind = 'category' and later.created_by is not null
      and exists(select from ${history} earlier
        where earlier.signal_id = s.id and earlier.kind = 'category' and earlier.id < later.id)`
}
