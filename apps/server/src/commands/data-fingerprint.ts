import { createHash } from 'node:crypto'
import { fingerprintDatabase, listMunicipalities } from '@signalen/database'
import type { Context } from '@signalen/services'
import type { CommandParts, CommandRequest, CommandResult } from './commands.ts'

const PIECE = 500

/**
 * A line for each table and, with --files, for the files of each municipality: equal before a backup and after
 * it was put back, else something was lost or changed.
 */
export async function dataFingerprint(asked: CommandRequest, parts: CommandParts): Promise<CommandResult> {
  const tables = await fingerprintDatabase(parts.database)
  const lines = tables.map(({ schema, table, rows, sum }) => `${schema}.${table} ${rows} ${sum}`)
  if (asked.options.files !== true) return { status: 0, output: lines.join('\n') }
  let missing = 0
  for (const { key } of await listMunicipalities(parts.database)) {
    const files = await sumFiles(await parts.contexts.forMunicipality(key))
    lines.push(
      `files of ${key} ${files.count} ${files.sum}${files.missing ? ` ${files.missing} missing` : ''}`,
    )
    missing += files.missing
  }
  return { status: missing > 0 ? 1 : 0, output: lines.join('\n') }
}

async function sumFiles(context: Context): Promise<{ count: number; sum: string; missing: number }> {
  const found = { count: 0, missing: 0 }
  const all = createHash('sha256')
  for await (const key of listKeys(context)) {
    const file = await context.files.get(key)
    if (!file) {
      found.missing++
      continue
    }
    found.count++
    const hash = createHash('sha256')
    for await (const chunk of file.bytes) hash.update(chunk)
    all.update(`${key} ${hash.digest('hex')}\n`)
  }
  return { ...found, sum: all.digest('hex').slice(0, 32) }
}

/** Every file that a row names, in the order of the rows. */
async function* listKeys({ db, municipality }: Context): AsyncGenerator<string> {
  let after = 0
  for (;;) {
    const rows = await db.kysely
      .selectFrom('attachment')
      .select(['id', 'file_key', 'thumbnail_key'])
      .where('id', '>', after)
      .orderBy('id')
      .limit(PIECE)
      .execute()
    for (const row of rows) {
      after = row.id
      yield row.file_key
      if (row.thumbnail_key) yield row.thumbnail_key
    }
    if (rows.length < PIECE) break
  }
  const icons = await db.kysely
    .selectFrom('category')
    .select('icon')
    .where('icon', 'is not', null)
    .orderBy('id')
    .execute()
  for (const { icon } of icons) if (icon?.startsWith(`${municipality}/`)) yield icon
}
