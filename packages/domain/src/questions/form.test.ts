import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { complete, formOf, questions } from './examples.ts'
import {
  changeAnswer,
  type FormState,
  fillPlaceholders,
  findVisibleForm,
  listBlockingQuestions,
} from './form.ts'
import type { FormAnswers } from './model.ts'
import { readQuestions } from './read-question.ts'

function visibleKeys(answers: FormAnswers, more: Partial<FormState> = {}): string[] {
  return findVisibleForm(formOf(answers, more)).questions.map(({ key }) => key)
}

describe('what is visible', () => {
  it('follows answers and facts', () => {
    expect(visibleKeys({})).toContain('extra_wat')
    expect(visibleKeys({}, { facts: {} })).not.toContain('extra_wat')
    expect(visibleKeys({ extra_wat: ['uit'] })).not.toContain('extra_hoe_scheef')
    expect(visibleKeys({ extra_wat: ['uit', 'scheef'] })).toContain('extra_hoe_scheef')
    expect(visibleKeys({})).not.toContain('extra_intern')
    expect(visibleKeys({}, { isStaff: true })).toContain('extra_intern')
  })

  it('forgets answers of what is no longer visible, however long the chain', () => {
    const chain = readQuestions(
      ['a', 'b', 'c', 'd'].map((key, index) => ({
        key,
        field_type: 'text_input',
        meta: index === 0 ? {} : { ifAllOf: { [['a', 'b', 'c', 'd'][index - 1] ?? '']: 'x' } },
      })),
    )
    const form = { ...formOf({ a: 'y', b: 'x', c: 'x', d: 'x', stale: 'x' }), questions: chain }
    expect(findVisibleForm(form)).toMatchObject({ answers: { a: 'y' } })
    expect(findVisibleForm(form).questions.map(({ key }) => key)).toEqual(['a'])
    expect(changeAnswer(form, 'a', 'x')).toEqual({ a: 'x' })
  })

  it('comes to rest, with answers of visible questions only, whatever asks for whatever', () => {
    const key = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const value = fc.constantFrom('x', 'y')
    const meta = fc.record(
      {
        ifAllOf: fc.dictionary(key, value, { maxKeys: 2 }),
        ifOneOf: fc.dictionary(key, value, { maxKeys: 2 }),
      },
      { requiredKeys: [] },
    )
    const anyQuestions = fc.array(fc.record({ key, field_type: fc.constant('text_input'), meta }), {
      maxLength: 6,
    })
    fc.assert(
      fc.property(anyQuestions, fc.dictionary(key, value), (given, answers) => {
        const form = { ...formOf(answers), questions: readQuestions(given) }
        const visible = findVisibleForm(form)
        const keys = visible.questions.map((question) => question.key)
        expect(Object.keys(visible.answers).every((answered) => keys.includes(answered))).toBe(true)
        expect(findVisibleForm({ ...form, answers: visible.answers })).toEqual(visible)
      }),
    )
  })

  it('may stop the form', () => {
    const blocked = findVisibleForm(formOf({ ...complete, extra_lamp_gevaar: 'ja' }))
    expect(listBlockingQuestions(blocked).map(({ key }) => key)).toEqual(['extra_lamp_stop'])
    expect(listBlockingQuestions(findVisibleForm(formOf(complete)))).toEqual([])
  })

  it('may be reset by one choice', () => {
    const [reset] = readQuestions([
      { key: 'soort', field_type: 'radio_input', meta: { values: { a: 'A' }, resetsStateOnChange: true } },
    ])
    if (reset === undefined) throw new Error('not read')
    const form = formOf(complete, { questions: [reset, ...questions] })
    expect(changeAnswer(form, 'soort', 'a')).toEqual({ soort: 'a' })
    expect(changeAnswer(form, 'extra_lamp_nummer', undefined)).toEqual({ extra_wat: ['scheef'] })
  })
})

describe('explanations', () => {
  it('are filled with what is known', () => {
    expect(fillPlaceholders('U meldt {incident.category} op {incident.place}.', { category: 'afval' })).toBe(
      'U meldt afval op onbekend.',
    )
  })
})
