import type { FileInspector, FileRefusal, InspectedFile, UploadedFile } from '@signalen/services'
import { createTurns } from '../threads/turns.ts'
import { cleanImage, turnImage } from './clean-image.ts'
import { decodeApart } from './decode-apart.ts'
import { guessType, IMAGE_TYPES, PDF_TYPE, sniffType } from './file-type.ts'

/** Pictures in full take memory: a few at a time. */
const AT_ONCE = 2

export const LARGEST_FILE = 20 * 1024 * 1024
const LONGEST_NAME = 255

/** Takes in photos, and of staff also PDF, when they are what their names say; names everything else that is wrong. */
export function createFileInspector(): FileInspector {
  const takeTurn = createTurns(AT_ONCE)
  return {
    async inspect(file, kinds) {
      const type = await sniffType(file.bytes)
      const allowed = kinds === 'staff' ? [...IMAGE_TYPES, PDF_TYPE] : IMAGE_TYPES
      const refused = listFaults(file, type, allowed)
      if (refused.length > 0) return { refused }
      return takeTurn(() => decode(file, type)).catch(
        (): FileRefusal => ({ refused: ['File is not valid!'] }),
      )
    },
    async turn({ mimetype, bytes }, quarters) {
      // A moving picture cannot be turned.
      return takeTurn(async () => ({ ...(await turnImage(bytes, mimetype, quarters)), isImage: true })).catch(
        (): FileRefusal => ({ refused: ['Deze foto kan niet worden gedraaid.'] }),
      )
    },
  }
}

function listFaults({ name, bytes }: UploadedFile, type: string, allowed: readonly string[]): string[] {
  if (bytes.length === 0) return ['Het verstuurde bestand is leeg.']
  return [
    ...(allowed.includes(type) ? [] : [`Files of type '${type}' are not allowed!`]),
    ...findNameFaults(name, type),
    ...(bytes.length <= LARGEST_FILE
      ? []
      : [`File size of ${bytes.length} is more than the allowed size ${LARGEST_FILE}!`]),
  ]
}

function findNameFaults(name: string, type: string): string[] {
  if (name.length > LONGEST_NAME) return [`Ensure this filename has at most ${LONGEST_NAME} characters.`]
  const guessed = guessType(name)
  if (guessed === type) return []
  return guessed === undefined
    ? ['Failed to resolve mime type from filename!']
    : [`'${type}' does not match filename extension!`]
}

async function decode({ bytes }: UploadedFile, type: string): Promise<InspectedFile> {
  if (type !== PDF_TYPE) return { ...(await cleanImage(bytes, type)), isImage: true }
  const { pages } = await decodeApart<{ pages: number }>({ kind: 'pdf', bytes })
  if (pages === 0) throw new Error('a PDF without pages')
  return { mimetype: PDF_TYPE, isImage: false, bytes }
}
