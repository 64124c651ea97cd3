import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import {
  type Countable,
  changedSince,
  createKeptResults,
  isAllKnownSince,
  SEEN_NOW,
  type Seen,
} from './kept-results.ts'

/** How many reports are alike in everything that filters offer with a count. */
export interface Cell {
  readonly state: string
  readonly categoryId: number
  readonly priority: string
  readonly source: string
  readonly type: string
  readonly departmentIds: readonly number[]
  readonly count: number
}

interface KeptCells extends Seen {
  readonly cells: ReadonlyMap<string, Cell>
}

interface CellRow {
  /** Of the first row only, which tells what was seen. */
  readonly snapshot: string | null
  readonly era: string | null
  readonly isKnown: boolean | null
  readonly state: string
  readonly category_id: number
  readonly priority: string
  readonly source: string
  readonly type: string
  readonly department_ids: number[] | null
  readonly count: number
}

/** They are larger than a count alone. */
const kept = createKeptResults<KeptCells>(24)

const DIMENSIONS = sql`s.status_state, s.category_id, s.priority, s.source, s.type_code, s.routing_department_ids`

/**
 * Those that meet the condition, counted by what filters offer. Reading a million reports takes a moment; after
 * that the changes since are added, as with `countSignals`.
 */
export async function countCells(context: Context, countable: Countable): Promise<Iterable<Cell>> {
  if (!countable.isCountKept || context.db.inTransaction)
    return (await countAll(context, countable)).cells.values()
  const known = kept.find(context, countable)
  const current =
    (known && (await countChanges(context, countable, known))) ?? (await countAll(context, countable))
  kept.keep(context, countable, current)
  return current.cells.values()
}

async function countAll(context: Context, { where }: Countable): Promise<KeptCells> {
  const { db } = context
  const { rows } = await sql<CellRow>`
    select ${SEEN_NOW}, true as "isKnown", null as state, null::integer as category_id, null as priority,
      null as source, null as type, null::integer[] as department_ids, 0 as count
    union all
    select null, null, null, ${DIMENSIONS}, count(*)::integer
    from ${db.table('signal')} s where ${where}
    group by ${DIMENSIONS}`.execute(db.kysely)
  return addCells(rows, new Map()) ?? noAnswer()
}

async function countChanges(
  context: Context,
  { where }: Countable,
  known: KeptCells,
): Promise<KeptCells | undefined> {
  const { db } = context
  const { rows } = await sql<CellRow>`
    with ${changedSince(context, known)}
    select ${SEEN_NOW}, ${isAllKnownSince(context, known)} as "isKnown", null as state,
      null::integer as category_id, null as priority, null as source, null as type,
      null::integer[] as department_ids, 0 as count
    union all
    ${cellsOf(sql`${db.table('signal')} s where s.id = any(array(select id from changed)) and ${where}`, 1)}
    union all
    ${cellsOf(sql`changed s where s.existed and ${where}`, -1)}`.execute(db.kysely)
  const current = addCells(rows, known.cells)
  return current?.era === known.era ? current : undefined
}

function cellsOf(from: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> {
  return sql`
    select null, null, null, ${DIMENSIONS}, (count(*) * ${sql.lit(sign)})::integer
    from ${from} group by ${DIMENSIONS}`
}

/** Undefined when it is no longer known what changed. */
function addCells(rows: readonly CellRow[], before: ReadonlyMap<string, Cell>): KeptCells | undefined {
  const seen = rows.find(({ snapshot }) => snapshot !== null)
  if (!seen?.snapshot || !seen.era || !seen.isKnown) return undefined
  const { snapshot, era } = seen
  if (rows.length === 1) return { snapshot, era, cells: before }
  const cells = new Map(before)
  for (const row of rows) {
    if (row === seen) continue
    const key = [
      row.state,
      row.category_id,
      row.priority,
      row.source,
      row.type,
      ...(row.department_ids ?? []),
    ].join('\u0000')
    const count = (cells.get(key)?.count ?? 0) + row.count
    if (count === 0) cells.delete(key)
    else cells.set(key, cellOf(row, count))
  }
  return { snapshot, era, cells }
}

function cellOf(row: CellRow, count: number): Cell {
  return {
    state: row.state,
    categoryId: row.category_id,
    priority: row.priority,
    source: row.source,
    type: row.type,
    departmentIds: row.department_ids ?? [],
    count,
  }
}

function noAnswer(): never {
  throw new Error('a count answered nothing')
}
