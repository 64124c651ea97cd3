import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSignedKey, MEDIA_PATH, signMediaPath } from './signed-address.ts'

const now = new Date('2026-11-24T10:00:00Z')
const at = { secret: 'a secret of the installation', municipality: 'default', now }
const key = 'default/attachments/2026/11/24/3f0c.jpg'

function read(address: string) {
  const url = new URL(address, 'http://localhost')
  return {
    path: url.pathname.slice(MEDIA_PATH.length),
    expires: url.searchParams.get('expires') ?? undefined,
    signature: url.searchParams.get('signature') ?? undefined,
  }
}

function later(seconds: number) {
  return { ...at, now: new Date(now.getTime() + seconds * 1000) }
}

describe('the signed address of a file', () => {
  it('leads to the file for five minutes at least and ten at most', () => {
    const asked = read(signMediaPath(key, at))
    expect(findSignedKey(asked, at)).toBe(key)
    expect(findSignedKey(asked, later(299))).toBe(key)
    expect(findSignedKey(asked, later(600))).toBeUndefined()
  })

  it('stays the same within some minutes', () => {
    expect(signMediaPath(key, later(100))).toBe(signMediaPath(key, at))
  })

  it('does not lead to another file, another municipality, or further in time', () => {
    const asked = read(signMediaPath(key, at))
    expect(findSignedKey({ ...asked, path: 'attachments/2026/11/24/4f0c.jpg' }, at)).toBeUndefined()
    expect(findSignedKey(asked, { ...at, municipality: 'other' })).toBeUndefined()
    expect(findSignedKey({ ...asked, expires: `${Number(asked.expires) + 1}` }, at)).toBeUndefined()
    expect(findSignedKey(asked, { ...at, secret: 'another secret' })).toBeUndefined()
  })

  it('cannot be made up', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (expires, signature) => {
        const { path } = read(signMediaPath(key, at))
        expect(findSignedKey({ path, expires, signature }, at)).toBeUndefined()
        expect(findSignedKey({ ...read(signMediaPath(key, at)), signature }, at)).toBeUndefined()
      }),
    )
  })
})
