import { describe, expect, it } from 'vitest'
import { findFormFaults } from './check-form.ts'
import { complete, formOf, now } from './examples.ts'
import { findVisibleForm } from './form.ts'
import type { FormAnswers } from './model.ts'
import { readQuestions } from './read-question.ts'
import { fitsPattern, readValidator } from './validators.ts'

function faultsOf(answers: FormAnswers) {
  return Object.fromEntries(findFormFaults(findVisibleForm(formOf(answers)), now))
}

describe('checking answers', () => {
  it('finds nothing wrong with a complete form', () => {
    expect(faultsOf(complete)).toEqual({})
  })

  it.each<[string, FormAnswers, object]>([
    ['nothing', {}, { extra_lamp_nummer: { code: 'required' }, extra_wat: { code: 'required' } }],
    ['blanks', { ...complete, extra_lamp_nummer: '  ' }, { extra_lamp_nummer: { code: 'required' } }],
    [
      'too long',
      { ...complete, extra_lamp_nummer: 'x'.repeat(21) },
      { extra_lamp_nummer: { code: 'maxLength', limit: 20 } },
    ],
    [
      'an unknown option',
      { ...complete, extra_lamp_gevaar: 'misschien' },
      { extra_lamp_gevaar: { code: 'choice' } },
    ],
    ['an unknown tick', { ...complete, extra_wat: ['weg'] }, { extra_wat: { code: 'choice' } }],
    ['a future moment', { ...complete, dateTime: '2026-03-21T12:00:00Z' }, { dateTime: { code: 'future' } }],
    ['no moment', { ...complete, dateTime: 'gisteren' }, { dateTime: { code: 'moment' } }],
    ['letters for numbers', { ...complete, extra_nummers: ['12a'] }, { extra_nummers: { code: 'pattern' } }],
    ['a text for a tick', { ...complete, extra_akkoord: 'ja' }, { extra_akkoord: { code: 'type' } }],
    [
      'too many lamps',
      { ...complete, extra_lampen: ['1', '2', '3'].map((id) => ({ id, type: 'Lamp', label: id })) },
      { extra_lampen: { code: 'tooMany', limit: 2 } },
    ],
  ])('%s', (_, answers, faults) => {
    expect(faultsOf(answers)).toEqual(faults)
  })

  it.each([
    [['maxLength', 3], 'abcd', { code: 'maxLength', limit: 3 }],
    [['max_length', 3], 'abc', undefined],
    [['minLength', 3], 'ab', { code: 'minLength', limit: 3 }],
    [['max', 10], '11', { code: 'max', limit: 10 }],
    [['min', 10], '9,5', { code: 'min', limit: 10 }],
    [['max', 10], 'veel', { code: 'number' }],
    ['email', 'geen', { code: 'email' }],
    [['pattern', '\\d{4}[A-Z]{2}'], '1234ab', { code: 'pattern' }],
    [['pattern', '\\d{4}[A-Z]{2}'], '1234AB', undefined],
    [['pattern', '['], 'x', undefined],
    ['requiredTrue', 'x', undefined],
    [['maxLength', 'veel'], 'x', undefined],
  ])('applies %j to %s', (validator, text, fault) => {
    const [question] = readQuestions([
      { key: 'x', field_type: 'text_input', meta: { validators: [validator] } },
    ])
    if (question === undefined) throw new Error('not read')
    const faults = findFormFaults({ questions: [question], answers: { x: text } }, now)
    expect(faults.get('x')).toEqual(fault)
  })

  it('does not run patterns that could take long', () => {
    for (const pattern of ['(a+)+b', '(a|aa)*b', '.*.*.*b', '(a)\\1', '(?=a)b', 'a'.repeat(201)])
      expect(fitsPattern('a'.repeat(400), pattern)).toBe(true)
    expect(fitsPattern('a'.repeat(501), 'a*')).toBe(false)
    expect(readValidator(['pattern', 3])).toBeUndefined()
  })
})
