import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { JsonSyntaxFault, parseLocatedJson } from './located-json.ts'

function faultOf(text: string): JsonSyntaxFault {
  try {
    parseLocatedJson(text)
  } catch (error) {
    if (error instanceof JsonSyntaxFault) return error
  }
  throw new Error('no fault')
}

describe('parseLocatedJson', () => {
  test('reads whatever JSON can hold as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(parseLocatedJson(text).value).toEqual(JSON.parse(text))
      }),
    )
  })

  test('refuses exactly what JSON.parse refuses', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '-',
      '01',
      'true',
      'nul',
      ' ',
      '"',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), (parts) => {
        const text = parts.join('')
        expect(accepts(() => parseLocatedJson(text))).toBe(accepts(() => JSON.parse(text)))
      }),
      { numRuns: 2000 },
    )
  })

  test('says where a value stands', () => {
    const located = parseLocatedJson('{\n  "a": [1,\n    {"b": true}]\n}')
    expect(located.positionOf(['a'])).toEqual({ line: 2, column: 3 })
    expect(located.positionOf(['a', 1])).toEqual({ line: 3, column: 5 })
    expect(located.positionOf(['a', 1, 'b'])).toEqual({ line: 3, column: 6 })
  })

  test('says of a value that is missing where what should hold it stands', () => {
    expect(parseLocatedJson('{\n"a": [\n{}]}').positionOf(['a', 0, 'b', 'c'])).toEqual({ line: 3, column: 1 })
  })

  test('names the line and column where the JSON breaks', () => {
    expect(faultOf('{\n "a": 1,\n "b" 2}')).toMatchObject({
      position: { line: 3, column: 6 },
      message: 'a colon is expected after the key "b"',
    })
    expect(faultOf('[1, 2').position).toEqual({ line: 1, column: 6 })
    expect(faultOf('').message).toBe('a value is expected')
  })

  test('finds keys that stand twice', () => {
    expect(parseLocatedJson('{"a": {"b": 1, "b": 2}}').repeatedKeys).toEqual([['a', 'b']])
  })

  test('refuses nesting that is deeper than any file needs', () => {
    expect(faultOf(`${'['.repeat(5000)}${']'.repeat(5000)}`).message).toContain('nested')
  })
})

function accepts(parse: () => unknown): boolean {
  try {
    parse()
    return true
  } catch {
    return false
  }
}
