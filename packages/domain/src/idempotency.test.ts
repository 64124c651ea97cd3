import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decideRepeat, describeRequest, isIdempotencyKey } from './idempotency.ts'

describe('requests that come twice', () => {
  const request = {
    client: '192.0.2.1',
    operation: 'POST /signals',
    body: { text: 'Lamp', location: { a: 1, b: 2 } },
  }

  it('are the same in whatever order they are written', () => {
    const reordered = { ...request, body: { location: { b: 2, a: 1 }, text: 'Lamp' } }
    expect(describeRequest(reordered)).toBe(describeRequest(request))
  })

  it('differ when anything differs', () => {
    const anyRequest = fc.record({ client: fc.string(), operation: fc.string(), body: fc.jsonValue() })
    fc.assert(
      fc.property(anyRequest, anyRequest, (one, other) => {
        const isSame =
          JSON.stringify(JSON.parse(describeRequest(one))) ===
          JSON.stringify(JSON.parse(describeRequest(other)))
        expect(describeRequest(one) === describeRequest(other)).toBe(isSame)
      }),
    )
    expect(describeRequest({ ...request, client: '192.0.2.2' })).not.toBe(describeRequest(request))
    expect(describeRequest({ ...request, body: undefined })).not.toBe(describeRequest(request))
  })

  it('are answered once', () => {
    expect(decideRepeat(undefined, 'a')).toBe('first')
    expect(decideRepeat({ fingerprint: 'a', isAnswered: true }, 'a')).toBe('again')
    expect(decideRepeat({ fingerprint: 'a', isAnswered: false }, 'a')).toBe('busy')
    expect(decideRepeat({ fingerprint: 'b', isAnswered: true }, 'a')).toBe('mismatch')
  })

  it('may carry a key', () => {
    expect(isIdempotencyKey('7e8bcd5d-25da-4a52-9ab7-0cf64cd59bd1')).toBe(true)
    for (const key of ['', 'a b', 'é', 'x'.repeat(256), 'a\n']) expect(isIdempotencyKey(key)).toBe(false)
  })
})
