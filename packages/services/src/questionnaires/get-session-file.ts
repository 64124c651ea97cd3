import type { Context } from '../context.ts'
import type { StoredFile } from '../ports.ts'
import { notFound } from '../problem.ts'
import { getOpenSession } from './open-session.ts'

export interface SessionFile extends StoredFile {
  readonly name: string
  readonly mimetype: string
}

/** A photo that is shown with the questions; the link that opens the session opens it as well, as long. */
export async function getSessionFile(
  context: Context,
  uuid: string,
  attachmentId: number,
): Promise<SessionFile> {
  const session = await getOpenSession(context, uuid)
  const isShown = session.explanation?.sections.some(({ files }) =>
    files.some((file) => file.attachmentId === attachmentId),
  )
  if (!isShown) throw notFound()
  const row = await context.db.kysely
    .selectFrom('attachment')
    .select(['file_key', 'file_name', 'mimetype'])
    .where('id', '=', attachmentId)
    .where((eb) => eb.or([eb('scan_state', 'is', null), eb('scan_state', '=', 'clean')]))
    .executeTakeFirst()
  const stored = row && (await context.files.get(row.file_key))
  if (!row || !stored) throw notFound()
  return { ...stored, name: row.file_name, mimetype: row.mimetype }
}
