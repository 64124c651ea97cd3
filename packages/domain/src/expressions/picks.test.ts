import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expression } from './examples.ts'
import { parseExpression } from './parse.ts'
import { toExpression, toPick } from './picks.ts'
import { canWriteText, writeExpression } from './write.ts'

const parse = (code: string) => {
  const parsed = parseExpression(code)
  if (!parsed.ok) throw parsed.error
  return parsed.expression
}

describe('a rule', () => {
  it('comes back from its code as it was', () => {
    fc.assert(
      fc.property(expression, (any) => {
        const code = writeExpression(any)
        expect(writeExpression(parse(code))).toBe(code)
        const written = toExpression(toPick(parse(code)))
        expect(written && writeExpression(written)).toBe(code)
      }),
    )
  })

  it.each([
    ['sub == "Grofvuil"', { kind: 'sub', is: true, name: 'Grofvuil' }],
    ['main != "Afval"', { kind: 'main', is: false, name: 'Afval' }],
    ['stadsdeel == "A"', { kind: 'district', code: 'A' }],
    ['location in areas."wijk"."W01"', { kind: 'area', type: 'wijk', code: 'W01' }],
    ['day == "Sunday"', { kind: 'days', days: ['Sunday'] }],
    ['day == "Saturday" or day == "Sunday"', { kind: 'days', days: ['Saturday', 'Sunday'] }],
    ['time >= 17:30', { kind: 'from', seconds: 63_000 }],
    ['time < 08:00', { kind: 'until', seconds: 28_800 }],
    ['extra_wat == "Bank"', { kind: 'answer', key: 'extra_wat', value: 'Bank', isOneOfMany: false }],
    ['"Glas" in extra_bak', { kind: 'answer', key: 'extra_bak', value: 'Glas', isOneOfMany: true }],
  ])('%s is picked', (code, pick) => {
    expect(toPick(parse(code))).toEqual(pick)
  })

  it.each([
    'extra_aantal > 3',
    '"x" == sub',
    'time == 08:00',
    'location in areas.soort."A"',
    'stadsdeel != "A"',
  ])('%s cannot be picked, and stays as it is', (code) => {
    expect(toPick(parse(code)).kind).toBe('code')
  })

  it('of several conditions keeps what belongs together', () => {
    const code = 'sub == "a" and (day == "Monday" or time >= 18:00) or main == "b"'
    expect(toPick(parse(code))).toMatchObject({
      kind: 'group',
      join: 'or',
      parts: [
        { kind: 'group', join: 'and', parts: [{ kind: 'sub' }, { kind: 'group', join: 'or' }] },
        { kind: 'main' },
      ],
    })
    expect(writeExpression(parse(code))).toBe(code)
  })

  it('knows which words it cannot hold', () => {
    expect(['a', `a'b`, 'a"b', `a'"b`].map(canWriteText)).toEqual([true, true, true, false])
  })

  it('of nothing is none', () => {
    expect(toExpression({ kind: 'group', join: 'and', parts: [] })).toBeUndefined()
  })
})
