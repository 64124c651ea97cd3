import { buffer } from 'node:stream/consumers'
import { decideAttachmentCopies } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { invalid, problemOf } from '../problem.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow, addAttachmentRows } from './attachment-rows.ts'
import { drawFileKey } from './file-key.ts'
import { type KeptFile, keepOrRemove } from './store-file.ts'

const ADDRESS = /\/signals\/v1\/private\/signals\/\d+\/attachments\/(\d{1,9})\/?(?:[?#].*)?$/

export interface CopyRequest {
  readonly parentId: number | null
  /** Addresses of attachments. */
  readonly attachments: readonly string[]
}

/** Finds what is to be copied; refuses what is not the parent's. */
export async function findOriginals(
  context: Context,
  requests: readonly CopyRequest[],
): Promise<AttachmentRow[][]> {
  const ids = requests.map(({ attachments }) => attachments.map(readAddress))
  const rows = await findAttachments(context, ids.flat())
  return requests.map(({ parentId }, index) => {
    const wanted = ids[index] ?? []
    const ofParent = rows.filter(({ signal_id }) => signal_id === parentId)
    const decision = decideAttachmentCopies(wanted, parentId === null ? null : ofParent.map(({ id }) => id))
    if (!decision.ok) throw problemOf(decision)
    return ofParent.filter(({ id }) => decision.value.includes(id))
  })
}

function readAddress(address: string): number {
  const id = ADDRESS.exec(address)?.[1]
  if (id === undefined) throw invalid({ attachments: ['Ongeldige hyperlink - Geen overeenkomende URL.'] })
  return Number(id)
}

async function findAttachments(context: Context, ids: readonly number[]): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where(anyOf('id', ids))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

/** Copies of its own for each: a child keeps them when the parent loses the originals. */
export async function copyFiles(
  context: Context,
  originals: readonly (readonly AttachmentRow[])[],
): Promise<KeptFile[][]> {
  const done: KeptFile[] = []
  return keepOrRemove(context, done, async () => {
    const copies: KeptFile[][] = []
    for (const own of originals) {
      const files: KeptFile[] = []
      for (const original of own) files.push(await copyOne(context, original, done))
      copies.push(files)
    }
    return copies
  })
}

async function copyOne(context: Context, original: AttachmentRow, done: KeptFile[]): Promise<KeptFile> {
  const { file_name, mimetype, size, is_image, thumbnail_key } = original
  const copy: KeptFile = {
    file_key: drawFileKey(context, mimetype),
    thumbnail_key: thumbnail_key && drawFileKey(context, 'image/jpeg'),
    file_name,
    mimetype,
    size,
    is_image,
  }
  done.push(copy)
  await copyBytes(context, original.file_key, copy.file_key, mimetype)
  if (thumbnail_key && copy.thumbnail_key) {
    await copyBytes(context, thumbnail_key, copy.thumbnail_key, 'image/jpeg')
  }
  return copy
}

async function copyBytes(context: Context, from: string, to: string, mimetype: string): Promise<void> {
  const found = await context.files.get(from)
  if (!found) throw invalid({ attachments: ['Het bestand is er niet meer.'] })
  await context.files.put(to, await buffer(found.bytes), mimetype)
}

export async function addCopies(
  context: Context,
  child: { readonly signalId: number; readonly createdBy: string | null },
  files: readonly KeptFile[],
): Promise<void> {
  if (files.length === 0) return
  await addAttachmentRows(context, {
    signalId: child.signalId,
    files,
    public: false,
    createdBy: child.createdBy,
    notes: files.map(({ file_name }) => `Bijlage gekopieerd van hoofdmelding: ${file_name}`),
    noteBy: null,
  })
}
