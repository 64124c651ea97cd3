import { describe, expect, it } from 'vitest'
import { isMet, listConditionKeys, readCondition } from './conditions.ts'

describe('conditions', () => {
  const met = (meta: unknown, given: Record<string, string[]>) =>
    isMet(readCondition(new Map(Object.entries(meta as object))), (key) => given[key] ?? [])

  it.each([
    ['none', {}, {}, true],
    ['one of a list', { ifOneOf: { a: ['1', '2'] } }, { a: ['2'] }, true],
    ['a single value', { ifOneOf: { a: '1' } }, { a: ['2'] }, false],
    ['all of a list', { ifAllOf: { a: ['1', '2'] } }, { a: ['1', '2', '3'] }, true],
    ['not all of a list', { ifAllOf: { a: ['1', '2'] } }, { a: ['1'] }, false],
    ['every key', { ifAllOf: { a: '1', b: '1' } }, { a: ['1'] }, false],
    ['any key', { ifOneOf: { a: '1', b: '1' } }, { b: ['1'] }, true],
    ['nested', { ifAllOf: { a: '1', ifOneOf: { b: '1', c: '1' } } }, { a: ['1'], c: ['1'] }, true],
    ['nested, half', { ifAllOf: { a: '1', ifOneOf: { b: '1', c: '1' } } }, { c: ['1'] }, false],
    ['both', { ifAllOf: { a: '1' }, ifOneOf: { b: '1' } }, { a: ['1'] }, false],
    ['a list of groups', { ifOneOf: [{ a: '1' }, { b: '1' }] }, { b: ['1'] }, true],
    ['numbers and ticks', { ifAllOf: { a: 1, b: true } }, { a: ['1'], b: ['true'] }, true],
    ['nonsense', { ifAllOf: 'x' }, {}, true],
  ])('%s', (_, meta, given, expected) => {
    expect(met(meta, given as Record<string, string[]>)).toBe(expected)
  })

  it('name what they ask about', () => {
    const condition = readCondition(new Map([['ifAllOf', { a: '1', ifOneOf: { b: ['1', '2'] } }]]))
    expect(listConditionKeys(condition)).toEqual(['a', 'b'])
    expect(listConditionKeys(undefined)).toEqual([])
  })
})
