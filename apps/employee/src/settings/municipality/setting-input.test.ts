import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { en } from '../../messages/en.ts'
import { nl } from '../../messages/nl.ts'
import { kindOf, readTyped, showValue, toTyped } from './setting-input.ts'

const SCHEMA = new URL('../../../../../packages/services/src/settings/settings-schema.ts', import.meta.url)

/** Set on screens of their own. */
const ELSEWHERE = ['theme', 'themeDraft', 'logo', 'logoDraft', 'urgencyRules']

describe('settings', () => {
  it('all have a name and an explanation, in both languages', () => {
    const source = readFileSync(SCHEMA, 'utf8')
    const schemas = source.slice(source.indexOf('SETTING_SCHEMAS = {'), source.indexOf('} satisfies'))
    const names = [...schemas.matchAll(/^ {2}(\w+)(?::|,)/gm)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(40)
    for (const { municipality } of [nl, en]) {
      const unknown = names.filter((name) => municipality.settingAbout(name) === '')
      expect(unknown.filter((name) => !ELSEWHERE.includes(name))).toEqual([])
    }
  })

  it.each([
    ['switch', true, false],
    ['text', 'SIG-', ''],
    ['number', 0.41, 0],
    ['lines', ['a', 'b'], []],
    ['json', { a: 1 }, null],
    ['json', [1, 2], []],
  ] as const)('are typed as a %s, and come back as they were', (kind, value, standard) => {
    const own = kindOf({ name: 'x', value, standard })
    expect(own).toBe(kind)
    expect(readTyped(own, toTyped(own, value))).toEqual({ ok: true, value })
  })

  it('take no words for a number, and no half JSON', () => {
    expect([readTyped('number', 'veel').ok, readTyped('number', ' ').ok, readTyped('json', '{').ok]).toEqual([
      false,
      false,
      false,
    ])
    expect(readTyped('number', '0,5')).toEqual({ ok: true, value: 0.5 })
  })

  it('are shown in a few words', () => {
    const words = { on: 'Aan', off: 'Uit' }
    const values = [true, '', null, 3, ['a', 'b'], [], { a: 1 }]
    expect(values.map((value) => showValue(value, words))).toEqual([
      'Aan',
      '–',
      '–',
      '3',
      'a, b',
      '–',
      '{"a":1}',
    ])
  })
})
