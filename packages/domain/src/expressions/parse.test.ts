import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { declared, evaluate, expression } from './examples.ts'
import { DEEPEST_EXPRESSION, LONGEST_EXPRESSION, parseExpression } from './parse.ts'
import type { Expression, ExpressionTerm } from './syntax.ts'
import { findExpressionFault } from './validate.ts'

function writeTerm(value: ExpressionTerm): string {
  switch (value.kind) {
    case 'identifier':
      return value.name
    case 'text':
      return `"${value.value}"`
    case 'number':
      return String(value.value)
    case 'time':
      return new Date(value.seconds * 1000).toISOString().slice(11, 19)
  }
}

function write(value: Expression): string {
  switch (value.kind) {
    case 'or':
    case 'and':
      return `(${value.parts.map(write).join(` ${value.kind} `)})`
    case 'comparison':
      return `${writeTerm(value.left)} ${value.operator} ${writeTerm(value.right)}`
    case 'membership':
      return `${writeTerm(value.item)} in ${[value.collection, ...value.path].map(writeTerm).join('.')}`
  }
}

describe('code that is no expression', () => {
  it.each([
    [
      'location in areas."x"."y" and and',
      `None:1:34: Expected 'in' or '==' or '!=' or '<=' or '<' or '>=' or '>' => 'y" and and*'`,
    ],
    ['', "None:1:1: Expected time or text or name or number or '(' => '*'"],
    ['sub ==', "None:1:7: Expected time or text or name or number => 'sub ==*'"],
    ['sub == "a" or\n  (main == "b"', `None:2:15: Expected 'and' or 'or' or ')' => 'ain == "b"*'`],
    ['sub == "a" main', `None:1:12: Expected 'and' or 'or' or EOF => 'ub == "a" *main'`],
    ['sub == "a', `None:1:8: Expected time or text or name or number => 'sub == *"a'`],
    ['3 in extra', "None:1:3: Expected '==' or '!=' or '<=' or '<' or '>=' or '>' => '3 *in extra'"],
    ['time > 25:00', "None:1:8: Expected a time of day => 'time > *25:00'"],
    ['sub in', "None:1:7: Expected text or name => 'sub in*'"],
    ['sub == "a" && main == "b"', `None:1:12: Expected 'and' or 'or' or EOF => 'ub == "a" *&& main =='`],
  ])('%j is refused in its place', (code, message) => {
    const parsed = parseExpression(code)
    expect(parsed.ok ? 'accepted' : parsed.error.message).toBe(message)
    const [, line, column] = message.split(':')
    if (!parsed.ok) expect([parsed.error.line, parsed.error.column]).toEqual([Number(line), Number(column)])
  })

  it('may use the words of the language as names where they can be no other', () => {
    expect(evaluate('and == "x"', new Map([['and', 'x']]))).toBe(true)
  })
})

describe('it always ends', () => {
  const piece = fc.constantFrom(
    'sub',
    'and',
    'or',
    'in',
    '==',
    '<',
    '(',
    ')',
    '.',
    '"a"',
    "'",
    '"',
    '12:30',
    '1.5',
    '-',
    ' ',
    '\n',
    '//',
    'é',
    '12:',
    '&',
  )
  const noise = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')),
    fc.string(),
  )

  it('with an expression or a place and a reason, whatever is written', () => {
    fc.assert(
      fc.property(noise, (code) => {
        const parsed = parseExpression(code)
        if (parsed.ok) {
          expect(typeof evaluate(code)).toMatch(/boolean|string/)
        } else {
          expect(parsed.error.line).toBeGreaterThan(0)
          expect(parsed.error.column).toBeGreaterThan(0)
        }
        expect(findExpressionFault(code, declared) === undefined && !parsed.ok).toBe(false)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['parentheses', '('.repeat(5000)],
    ['conditions', Array.from({ length: 700 }, () => 'sub == "a"').join(' or ')],
    ['one text', `sub == "${'a'.repeat(9000)}`],
    ['comments', '//\n'.repeat(3000)],
    ['digits', '1'.repeat(9999)],
    ['too much', 'x'.repeat(LONGEST_EXPRESSION + 1)],
  ])('soon, with a great many %s', (_, code) => {
    const start = performance.now()
    evaluate(code)
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('at the limit of nesting', () => {
    const nest = (depth: number) => `${'('.repeat(depth)}sub == "a"${')'.repeat(depth)}`
    expect(evaluate(nest(DEEPEST_EXPRESSION))).toBe(false)
    expect(evaluate(nest(DEEPEST_EXPRESSION + 1))).toMatch(/Nested more than 50 deep/)
  })
})

describe('reading', () => {
  it('gives back what was written', () => {
    fc.assert(
      fc.property(expression, (written) => {
        expect(parseExpression(write(written))).toEqual({ ok: true, expression: written })
      }),
    )
  })

  it('an expression without fault never fails on values of the declared types', () => {
    fc.assert(
      fc.property(expression, (written) => {
        const code = write(written)
        if (findExpressionFault(code, declared) !== undefined || code.includes('.')) return
        expect(typeof evaluate(code)).toBe('boolean')
      }),
    )
  })
})
