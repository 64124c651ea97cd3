import { expect, it } from 'vitest'
import { createPick, listAnswers, type PickOptions } from './pick-options.ts'

const OPTIONS: PickOptions = {
  mains: ['Afval'],
  subs: [
    { label: 'Leeg', names: [] },
    { label: 'Afval', names: ['Grofvuil'] },
  ],
  areas: [{ type: 'Wijk', code: 'W', name: 'West' }],
  answers: listAnswers([
    { key: 'uitleg', field_type: 'plain_text', meta: { value: 'Bel ons' } },
    { key: 'naam', field_type: 'text_input', meta: { label: 'Naam?' } },
    { key: 'soort', field_type: 'checkbox_input', meta: { label: 'Soort?', values: { a: 'Glas', b: `'"` } } },
    { key: 'soort', field_type: 'radio_input', meta: { values: { c: 'Anders' } } },
  ]),
}

it('offers what can be asked about, each once, and only words that a rule can hold', () => {
  expect(OPTIONS.answers).toEqual([
    { key: 'naam', label: 'Naam?', isOneOfMany: false, values: [] },
    { key: 'soort', label: 'Soort?', isOneOfMany: true, values: ['Glas'] },
  ])
})

it('starts a condition with something that exists, or not at all', () => {
  expect(createPick('sub', OPTIONS)).toEqual({ kind: 'sub', is: true, name: 'Grofvuil' })
  expect(createPick('answer', OPTIONS)).toEqual({
    kind: 'answer',
    key: 'soort',
    value: 'Glas',
    isOneOfMany: true,
  })
  expect(createPick('group', OPTIONS)).toMatchObject({
    kind: 'group',
    parts: [{ kind: 'sub' }, { kind: 'sub' }],
  })
  const none = { mains: [], subs: [], areas: [], answers: [] }
  for (const kind of ['sub', 'main', 'area', 'answer', 'group'] as const) {
    expect(createPick(kind, none)).toBeUndefined()
  }
})
