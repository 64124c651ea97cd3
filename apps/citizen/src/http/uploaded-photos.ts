import type { Api } from '../api/api-client.ts'
import { sendPhoto } from '../api/signals.ts'
import type { Messages } from '../messages/messages.ts'
import { PHOTO_LIMITS } from '../rules/photo-limits.ts'
import { findPhotoType, nameOfPhoto } from '../rules/photo-type.ts'
import type { UploadedFile } from './form-body.ts'

/** Takes the first few photos of a form that goes with an answer. */
export function collectPhotos() {
  const photos: UploadedFile[] = []
  const take = async (file: UploadedFile) => {
    if (photos.length < PHOTO_LIMITS.answerCount) photos.push(file)
  }
  return { photos, take }
}

export interface ReadPhotos {
  readonly files: readonly File[]
  /** What is wrong with the others, in words. */
  readonly faults: readonly string[]
}

export function readPhotos(photos: readonly UploadedFile[], messages: Messages): ReadPhotos {
  const files: File[] = []
  const faults: string[] = []
  for (const photo of photos) {
    const name = photo.name.slice(0, 60)
    const type = findPhotoType(photo.bytes)
    if (photo.isCut) faults.push(messages.photos.tooBig(name))
    else if (!type) faults.push(messages.photos.wrongType(name))
    else files.push(new File([new Uint8Array(photo.bytes)], nameOfPhoto(name, type), { type }))
  }
  return { files, faults }
}

/** Adds photos to a report; what went wrong, in words. */
export async function sendPhotos(
  api: Api,
  signalId: string,
  files: readonly File[],
  messages: Messages,
): Promise<string[]> {
  const faults: string[] = []
  for (const file of files) {
    const failure = await sendPhoto(api, signalId, file)
    if (failure === 'size') faults.push(messages.photos.tooBig(file.name))
    else if (failure === 'type') faults.push(messages.photos.wrongType(file.name))
    else if (failure) faults.push(messages.photos.uploadFailed)
  }
  return faults
}
