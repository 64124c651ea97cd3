import type { Context } from '../context.ts'
import type { InspectedFile, UploadedFile } from '../ports.ts'
import { invalid } from '../problem.ts'
import { cleanFileName, drawFileKey } from './file-key.ts'

export interface KeptFile {
  readonly file_key: string
  readonly thumbnail_key: string | null
  readonly file_name: string
  readonly mimetype: string
  readonly size: number
  readonly is_image: boolean
}

/** A file that was sent, looked through and in the store; not yet known to any report. */
export async function takeInFile(
  context: Context,
  file: UploadedFile,
  kinds: 'public' | 'staff',
): Promise<KeptFile> {
  return keepFile(context, file, await inspectFile(context, file, kinds))
}

export async function inspectFile(
  context: Context,
  file: UploadedFile,
  kinds: 'public' | 'staff',
): Promise<InspectedFile> {
  const inspected = await context.fileInspector.inspect(file, kinds)
  if ('refused' in inspected) throw invalid({ file: inspected.refused })
  return inspected
}

/** Puts what was looked through in the store. */
export async function keepFile(
  context: Context,
  file: UploadedFile,
  { mimetype, bytes, thumbnail, isImage }: InspectedFile,
): Promise<KeptFile> {
  const kept: KeptFile = {
    file_key: drawFileKey(context, mimetype),
    thumbnail_key: thumbnail ? drawFileKey(context, 'image/jpeg') : null,
    file_name: cleanFileName(file.name, mimetype),
    mimetype,
    size: bytes.length,
    is_image: isImage,
  }
  return keepOrRemove(context, [kept], async () => {
    await context.files.put(kept.file_key, bytes, mimetype)
    if (thumbnail && kept.thumbnail_key) await context.files.put(kept.thumbnail_key, thumbnail, 'image/jpeg')
    return kept
  })
}

/** Does what makes files known; when that fails, nobody will ever ask for them and they go. */
export async function keepOrRemove<Result>(
  context: Context,
  files: readonly KeptFile[],
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    await removeFiles(context, files)
    throw error
  }
}

/** What cannot be removed now is of no harm: nothing leads to it. */
export async function removeFiles(
  context: Context,
  files: readonly Pick<KeptFile, 'file_key' | 'thumbnail_key'>[],
): Promise<void> {
  const keys = files.flatMap(({ file_key, thumbnail_key }) => [file_key, thumbnail_key ?? []].flat())
  const outcomes = await Promise.allSettled(keys.map((key) => context.files.delete(key)))
  const failed = outcomes.filter(({ status }) => status === 'rejected').length
  if (failed > 0) context.log.warn({ files: failed }, 'files could not be removed')
}
