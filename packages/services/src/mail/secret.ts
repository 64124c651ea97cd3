import { createHash } from 'node:crypto'

/** Secrets of links are kept as their hash only, so that a copy of the database opens nothing. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
