import { fileTypeFromBuffer } from 'file-type'

const BY_EXTENSION: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  heic: 'image/heic',
  heif: 'image/heic',
  pdf: 'application/pdf',
  txt: 'text/plain',
}

export const IMAGE_TYPES: readonly string[] = ['image/jpeg', 'image/png', 'image/gif', 'image/heic']
export const PDF_TYPE = 'application/pdf'

/** What a name promises; undefined where it promises nothing that is known. */
export function guessType(name: string): string | undefined {
  return BY_EXTENSION[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '']
}

/** What the bytes are. */
export async function sniffType(bytes: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime.startsWith('image/hei')) return 'image/heic'
  return found?.mime ?? (isText(bytes) ? 'text/plain' : 'application/octet-stream')
}

function isText(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 4096)
  if (head.includes(0)) return false
  // The last character of the head may be cut in two.
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    decoder.decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}
