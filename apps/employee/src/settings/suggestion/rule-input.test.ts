import { describe, expect, it } from 'vitest'
import { readThreshold } from './read-threshold.ts'
import { chooseRuleId, EMPTY_RULE, findRuleFault, toRule, toRuleInput } from './rule-input.ts'

const typed = { ...EMPTY_RULE, nameNl: ' Boze zwanen ', phrases: 'boze zwa*\n\n  zwaan valt aan ' }

describe('a rule of danger', () => {
  it('is typed with a word on each line', () => {
    expect(toRule(typed, 'zwanen')).toEqual({
      id: 'zwanen',
      name: { nl: 'Boze zwanen', en: 'Boze zwanen' },
      phrases: ['boze zwa*', 'zwaan valt aan'],
      unless: [],
      effect: 'high-priority',
      is_active: true,
    })
  })

  it('comes back as it was when nothing is changed', () => {
    const rule = toRule({ ...typed, nameEn: 'Angry swans', unless: 'zwanenbloem' }, 'zwanen')
    expect(toRule(toRuleInput(rule), rule.id)).toEqual(rule)
  })

  it.each([
    [{ nameNl: '  ' }, 'name'],
    [{ phrases: ' \n ' }, 'phrases'],
    [{ phrases: 'zwaan\n***' }, 'phrases-words'],
    [{ unless: '?' }, 'unless-words'],
    [{}, undefined],
  ])('needs a name and words: %j', (change, fault) => {
    expect(findRuleFault({ ...typed, ...change })).toBe(fault)
  })

  it('gets an id after its name that no other rule has', () => {
    expect(chooseRuleId('Geëlektrificeerd hek!', [])).toBe('geelektrificeerd-hek')
    expect(chooseRuleId('Gas', ['gas', 'gas-2'])).toBe('gas-3')
    expect(chooseRuleId('Крыса', [])).toBe('regel')
    expect(chooseRuleId('x'.repeat(200), [])).toHaveLength(40)
  })
})

describe('a threshold', () => {
  it.each([
    ['0,41', 0.41],
    ['0.41', 0.41],
    [' 1 ', 1],
    ['0', 0],
    ['.5', 0.5],
    ['1,01', undefined],
    ['-0.1', undefined],
    ['veel', undefined],
    ['', undefined],
    ['0x1', undefined],
  ])('is read as people type it: %s', (text, value) => {
    expect(readThreshold(text)).toBe(value)
  })
})
