import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { DraftStore } from './draft-store.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_LENGTH = 12
const TAG_LENGTH = 16

/**
 * Encrypts what goes into a store. The key is made of our secret and of the identifier that only the
 * reporter's browser holds: whoever has the store and even the secret cannot read a draft.
 */
export function sealDrafts(store: DraftStore, secret: string): DraftStore {
  const nameOf = (id: string) => createHmac('sha256', secret).update(`draft ${id}`).digest('base64url')
  return {
    async get(id) {
      const sealed = await store.get(nameOf(id))
      return sealed && open(sealed, keyOf(secret, id))
    },
    async set(id, content) {
      await store.set(nameOf(id), seal(content, keyOf(secret, id)))
    },
    async delete(id) {
      await store.delete(nameOf(id))
    },
  }
}

function keyOf(secret: string, id: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, id, 'signalen citizen draft', 32))
}

function seal(content: Uint8Array, key: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_LENGTH)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_LENGTH })
  const encrypted = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), encrypted])
}

/** Undefined when it was damaged, or written under another secret: then there is no draft. */
function open(sealed: Uint8Array, key: Uint8Array): Uint8Array | undefined {
  const nonce = sealed.subarray(0, NONCE_LENGTH)
  const tag = sealed.subarray(NONCE_LENGTH, NONCE_LENGTH + TAG_LENGTH)
  if (tag.length < TAG_LENGTH) return undefined
  try {
    const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_LENGTH })
    decipher.setAuthTag(tag)
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_LENGTH + TAG_LENGTH)), decipher.final()])
  } catch {
    return undefined
  }
}
