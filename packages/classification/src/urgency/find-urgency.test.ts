import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findUrgency } from './find-urgency.ts'
import { DEFAULT_URGENCY_RULES, type UrgencyRule } from './rules.ts'

describe('findUrgency', () => {
  it.each([
    ['Er hangt een gaslucht in de straat', 'gas'],
    ['Ik ruik gas bij de put', 'gas'],
    ['I smell gas near the school', 'gas'],
    ['kast staat open, blote draden!', 'electricity'],
    ['exposed wires hanging from the pole', 'electricity'],
    ['een fietser is gewond geraakt', 'injury'],
    ['A cyclist was injured', 'injury'],
    ['kind door het ijs gezakt', 'drowning'],
    ['de container staat in brand', 'fire'],
    ['The manhole cover is missing', 'open-hole'],
    ['boom dreigt om te vallen', 'falling'],
  ])('meets a rule: %s', (text, id) => {
    const found = findUrgency(text)
    expect(found.matches.map((one) => one.rule.id)).toContain(id)
    expect(found.effects.length).toBeGreaterThan(0)
  })

  it.each([
    'lachgas cilinders bij het bankje',
    'geen gaslucht maar wel stank',
    'lantaarnpaal kapot',
    'the gas station has no lights',
    'gewonde egel in de tuin',
    '',
  ])('meets none: %s', (text) => {
    expect(findUrgency(text).matches).toEqual([])
  })

  it('names the words that it found', () => {
    expect(findUrgency('Help, GASLEKKAGE op de hoek').matches[0]?.found).toBe('gaslekkage')
  })

  it('follows rules that an administrator made, and leaves out those switched off', () => {
    const rule: UrgencyRule = {
      id: 'own',
      name: { nl: 'Spoor', en: 'Railway' },
      phrases: ['op het spoor', '*wissel*'],
      effect: 'duty-number',
      isActive: true,
    }
    expect(findUrgency('koe op het spoor', [rule]).effects).toEqual(['duty-number'])
    expect(findUrgency('bevroren spoorwissels', [rule]).matches).toHaveLength(1)
    expect(findUrgency('koe op het spoor', [{ ...rule, isActive: false }]).matches).toEqual([])
  })

  it('has rules with names of their own and lower-case phrases', () => {
    expect(new Set(DEFAULT_URGENCY_RULES.map((one) => one.id)).size).toBe(DEFAULT_URGENCY_RULES.length)
    for (const one of DEFAULT_URGENCY_RULES)
      expect(one.phrases).toEqual(one.phrases.map((p) => p.toLowerCase()))
  })

  it('never fails, whatever text and phrases', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, phrases) => {
        const rules: UrgencyRule[] = [
          { id: 'x', name: { nl: 'x', en: 'x' }, phrases, effect: 'high-priority', isActive: true },
        ]
        return findUrgency(text, rules).matches.length <= 1
      }),
    )
  })
})
