import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { inPieces, PIECE } from './pieces.ts'

/** Deletes files whose rows are gone. A file that another row has come to use meanwhile stays. */
export function deleteFiles(context: Context): Promise<number> {
  return inPieces(async () => {
    const { rows } = await sql<{ file_key: string; is_used: boolean }>`
      select file_key, exists (
        select from ${context.db.table('attachment')} attachment
        where attachment.file_key = gone.file_key or attachment.thumbnail_key = gone.file_key)
        or exists (select from ${context.db.table('category')} where icon = gone.file_key) as is_used
      from ${context.db.table('file_to_delete')} gone order by created_at, file_key limit ${PIECE}
    `.execute(context.db.kysely)
    for (const { file_key, is_used } of rows) if (!is_used) await context.files.delete(file_key)
    const keys = rows.map(({ file_key }) => file_key)
    await sql`delete from ${context.db.table('file_to_delete')} where file_key = any(${keys}::text[])`.execute(
      context.db.kysely,
    )
    return rows.length
  })
}
