import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeperThan, isSameJson, toCanonicalJson } from './json.ts'

describe('JSON in one way', () => {
  it('is the same for what is the same, in whatever order', () => {
    expect(toCanonicalJson({ b: 1, a: [undefined, { d: undefined, c: 'x' }] })).toBe(
      '{"a":[null,{"c":"x"}],"b":1}',
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(isSameJson(value, reversed)).toBe(true)
        expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('has a depth that is measured without falling in', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(isDeeperThan(deep, 64)).toBe(true)
    expect(isDeeperThan({ a: [1] }, 2)).toBe(false)
    expect(isDeeperThan({ a: [1] }, 1)).toBe(true)
  })
})
