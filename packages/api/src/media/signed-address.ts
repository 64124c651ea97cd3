import { createHmac, timingSafeEqual } from 'node:crypto'

/** An address holds for at least so long, and at most twice. */
const HOLDS_SECONDS = 300

export interface MediaAddress {
  /** The secret of the installation. */
  readonly secret: string
  readonly municipality: string
  readonly now: Date
}

/** Where files stand; what follows is the key of the file, without its municipality. */
export const MEDIA_PATH = '/signals/media/'

/**
 * The address of a file for whoever was just told of it. For some minutes it is the same each time, so that a
 * browser that shows a list again does not fetch every photo again.
 */
export function signMediaPath(fileKey: string, { secret, municipality, now }: MediaAddress): string {
  const seconds = Math.floor(now.getTime() / 1000)
  const expires = (Math.floor(seconds / HOLDS_SECONDS) + 2) * HOLDS_SECONDS
  const signature = sign(secret, fileKey, expires).toString('base64url')
  const path = fileKey.slice(municipality.length + 1)
  return `${MEDIA_PATH}${path}?expires=${expires}&signature=${signature}`
}

export interface AskedFile {
  readonly path: string
  readonly expires: string | undefined
  readonly signature: string | undefined
}

/** The key of the file, if the address was given out by this server and still holds. */
export function findSignedKey(
  asked: AskedFile,
  { secret, municipality, now }: MediaAddress,
): string | undefined {
  if (!/^\d{1,12}$/.test(asked.expires ?? '') || asked.signature === undefined) return undefined
  const expires = Number(asked.expires)
  const key = `${municipality}/${asked.path}`
  const wanted = sign(secret, key, expires)
  const given = Buffer.from(asked.signature, 'base64url')
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined
  return expires * 1000 > now.getTime() ? key : undefined
}

function sign(secret: string, fileKey: string, expires: number): Buffer {
  return createHmac('sha256', secret).update(`media\n${fileKey}\n${expires}`).digest()
}
