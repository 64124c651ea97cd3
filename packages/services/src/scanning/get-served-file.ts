import type { Context } from '../context.ts'
import type { StoredFile } from '../ports.ts'
import { notFound } from '../problem.ts'

/**
 * A file by its key. What waits to be scanned or was found infected is not there, also for who was told of it
 * before that was known.
 */
export async function getServedFile(context: Context, key: string): Promise<StoredFile> {
  const heldBack = await context.db.kysely
    .selectFrom('attachment')
    .select('id')
    .where('scan_state', 'in', ['waiting', 'infected'])
    .where((eb) => eb.or([eb('file_key', '=', key), eb('thumbnail_key', '=', key)]))
    .limit(1)
    .executeTakeFirst()
  const file = heldBack ? undefined : await context.files.get(key)
  if (!file) throw notFound()
  return file
}
