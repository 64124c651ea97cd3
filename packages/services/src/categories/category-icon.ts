import type { Actor } from '@signalen/domain'
import type { Context } from '../context.ts'
import type { FileRefusal, StoredFile, UploadedFile } from '../ports.ts'
import { invalid, notFound } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import { type Category, getCategoryTree } from './category-tree.ts'
import { findSvgFault, isSvg } from './check-svg.ts'
import { getCategoryById } from './get-category.ts'

const LONGEST_NAME = 255

export interface Icon {
  readonly extension: string
  readonly mimetype: string
  readonly bytes: Buffer
}

/** Gives a category another icon. The file goes first: while the category names it, it must be there. */
export async function setCategoryIcon(
  context: Context,
  actor: Actor,
  { id, file }: { readonly id: number; readonly file: UploadedFile },
): Promise<Category> {
  const before = await getCategoryById(context, id)
  const icon = await inspectIcon(context, file)
  const key = `${iconFolder(context)}${context.random.uuid()}.${icon.extension}`
  await context.files.put(key, icon.bytes, icon.mimetype)
  try {
    await saveIcon(context, actor, { id, key, name: file.name })
  } catch (error) {
    await removeFile(context, key)
    throw error
  }
  if (before.ownIcon !== null) await removeFile(context, before.ownIcon)
  return getCategoryById(context, id)
}

export async function removeCategoryIcon(context: Context, actor: Actor, id: number): Promise<void> {
  const { ownIcon } = await getCategoryById(context, id)
  if (ownIcon === null) return
  await saveIcon(context, actor, { id, key: null, name: null })
  await removeFile(context, ownIcon)
}

/** What cannot be removed now is of no harm: nothing leads to it. */
async function removeFile(context: Context, key: string): Promise<void> {
  await context.files.delete(key).catch(() => context.log.warn({}, 'an icon could not be removed'))
}

async function saveIcon(
  { db, clock }: Context,
  actor: Actor,
  { id, key, name }: { readonly id: number; readonly key: string | null; readonly name: string | null },
): Promise<void> {
  const at = clock.now()
  await db.transaction(async (trx) => {
    await trx.kysely.updateTable('category').set({ icon: key, updated_at: at }).where('id', '=', id).execute()
    await recordObjectChange(trx, { kind: 'category', id, change: { icon: name }, at, by: actor.email })
  })
}

async function inspectIcon(context: Context, file: UploadedFile): Promise<Icon> {
  const icon = await judgeIcon(context, file)
  if ('refused' in icon) throw invalid({ icon: icon.refused })
  return icon
}

/** What will be stored of a picture, or why it cannot be an icon. */
export async function judgeIcon(
  context: Pick<Context, 'fileInspector'>,
  file: UploadedFile,
): Promise<Icon | FileRefusal> {
  if (file.bytes.length === 0) return { refused: ['Het verstuurde bestand is leeg.'] }
  if (file.name.length > LONGEST_NAME)
    return { refused: [`De bestandsnaam is langer dan ${LONGEST_NAME} tekens.`] }
  if (isSvg(file)) {
    const fault = findSvgFault(file.bytes)
    if (fault !== undefined) return { refused: [fault] }
    return { extension: 'svg', mimetype: 'image/svg+xml', bytes: file.bytes }
  }
  const inspected = await context.fileInspector.inspect(file, 'public')
  if ('refused' in inspected) return inspected
  const { mimetype, bytes } = inspected
  return { extension: mimetype.replace('image/', '').replace('jpeg', 'jpg'), mimetype, bytes }
}

export function iconFolder({ municipality }: Pick<Context, 'municipality'>): string {
  return `${municipality}/icons/categories/`
}

/** The last part of the address of an icon. */
export function iconNameOf(key: string): string {
  return key.split('/').at(-1) ?? key
}

/** The file of an icon, while a category has it. */
export async function getCategoryIcon(
  context: Context,
  name: string,
): Promise<StoredFile & { readonly mimetype: string }> {
  const key = `${iconFolder(context)}${name}`
  const tree = await getCategoryTree(context.db)
  const file = tree.all.some(({ ownIcon }) => ownIcon === key) ? await context.files.get(key) : undefined
  if (!file) throw notFound()
  const extension = name.split('.').at(-1) ?? ''
  return { ...file, mimetype: MIMETYPES[extension] ?? 'application/octet-stream' }
}

const MIMETYPES: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
}
