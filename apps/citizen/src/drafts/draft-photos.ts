import { randomUUID } from 'node:crypto'
import type { UploadedFile } from '../http/form-body.ts'
import { PHOTO_LIMITS } from '../rules/photo-limits.ts'
import { findPhotoType, nameOfPhoto } from '../rules/photo-type.ts'
import type { DraftRepository } from './draft-repository.ts'

export type RefusedPhoto = {
  readonly kind: 'wrongType' | 'tooBig' | 'tooMany' | 'tooMuch'
  readonly name: string
}

/** Keeps one uploaded photo with the draft; tells why when it cannot. */
export async function keepPhoto(
  drafts: DraftRepository,
  draftId: string,
  file: UploadedFile,
  id: string = randomUUID(),
): Promise<RefusedPhoto | undefined> {
  const shown = file.name.split(/[\\/]/).at(-1)?.slice(0, 60) ?? ''
  if (file.isCut) return { kind: 'tooBig', name: shown }
  const type = findPhotoType(file.bytes)
  if (type === undefined) return { kind: 'wrongType', name: shown }
  const photo = { id, name: nameOfPhoto(file.name, type), type, size: file.bytes.length }
  let isFull = false
  await drafts.change(draftId, async (draft) => {
    const isKnown = [...draft.photos, ...(draft.sent?.failedPhotos ?? [])].some((known) => known.id === id)
    if (isKnown) return draft
    isFull = draft.photos.length >= PHOTO_LIMITS.count
    if (isFull) return draft
    await drafts.addPhoto(draftId, photo.id, file.bytes)
    return { ...draft, photos: [...draft.photos, photo] }
  })
  return isFull ? { kind: 'tooMany', name: shown } : undefined
}

export async function dropPhoto(drafts: DraftRepository, draftId: string, photoId: string): Promise<void> {
  await drafts.change(draftId, async (draft) => {
    if (!draft.photos.some((photo) => photo.id === photoId)) return draft
    await drafts.removePhoto(draftId, photoId)
    return { ...draft, photos: draft.photos.filter((photo) => photo.id !== photoId) }
  })
}
