/** What kind of picture it is, by its first bytes; undefined when it is none that we take. */
export function findPhotoType(bytes: Uint8Array): string | undefined {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return 'image/png'
  if (startsWith(bytes, [0x47, 0x49, 0x46, 0x38])) return 'image/gif'
  return isHeic(bytes) ? 'image/heic' : undefined
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

const HEIC_BRANDS = ['heic', 'heix', 'heif', 'mif1', 'msf1', 'hevc']

function isHeic(bytes: Uint8Array): boolean {
  const box = Buffer.from(bytes.subarray(4, 12)).toString('latin1')
  return box.startsWith('ftyp') && HEIC_BRANDS.includes(box.slice(4))
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/heic': 'heic',
}

/** A name with the extension of what it really is, and nothing that could be a path. */
export function nameOfPhoto(name: string, type: string): string {
  const stem = name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.[^.]*$/, '')
    .replace(/[^\p{L}\p{N} _.-]/gu, '')
    .slice(0, 60)
    .trim()
  return `${stem || 'foto'}.${EXTENSIONS[type] ?? 'jpg'}`
}
