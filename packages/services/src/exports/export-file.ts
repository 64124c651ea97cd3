import type { MunicipalityHandle } from '@signalen/database'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { ColumnText } from './column-text.ts'
import { toCsvLine } from './csv-line.ts'

export interface ExportFile {
  readonly name: string
  /** What stands in each column, by its heading. */
  readonly columns: Readonly<Record<string, ColumnText>>
  /** Everything behind `from`, joins included. */
  from(db: MunicipalityHandle): RawBuilder<unknown>
  readonly where?: RawBuilder<boolean>
  /** When a row was made: a row of after the beginning of the export waits for the next. */
  readonly madeAt: RawBuilder<unknown>
  /** By which the rows are read in pieces: together they name one row, and an index has them in this order. */
  readonly order: readonly RawBuilder<unknown>[]
}

/** A view of the municipality for raw SQL. */
export function view(db: MunicipalityHandle, name: string): RawBuilder<unknown> {
  return sql.id(db.schema, name)
}

const PIECE = 1000

/** The lines of a file, a piece at a time: however many rows there are, only a piece of them is in memory. */
export async function* readLines(context: Context, file: ExportFile, until: Date): AsyncGenerator<string> {
  const headings = Object.keys(file.columns)
  yield toCsvLine(headings)
  let place: readonly string[] | null = null
  do {
    const rows: ExportRow[] = await readPiece(context, file, { until, after: place })
    if (rows.length > 0) yield rows.map(({ cells }) => toCsvLine(cells)).join('')
    place = rows.length === PIECE ? (rows.at(-1)?.place ?? null) : null
  } while (place !== null)
}

interface ExportRow {
  readonly cells: readonly (string | null)[]
  readonly place: readonly string[]
}

async function readPiece(
  { db }: Context,
  file: ExportFile,
  { until, after }: { readonly until: Date; readonly after: readonly string[] | null },
): Promise<ExportRow[]> {
  const order = sql.join([...file.order])
  const conditions = [
    sql`${file.madeAt} <= ${until}`,
    ...(file.where ? [file.where] : []),
    ...(after ? [sql`(${order}) > (${sql.join([...after])})`] : []),
  ]
  const { rows } = await sql<ExportRow>`
    select array[${sql.join(Object.values(file.columns))}]::text[] as cells,
      array[${sql.join(file.order.map((part) => sql`(${part})::text`))}] as place
    from ${file.from(db)}
    where ${sql.join(conditions, sql` and `)}
    order by ${order} limit ${sql.lit(PIECE)}`.execute(db.kysely)
  return rows
}
