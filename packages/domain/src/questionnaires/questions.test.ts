import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPayloadFault, QUESTIONNAIRE_FIELD_TYPES } from './field-types.ts'
import { toPythonNotation } from './python-notation.ts'
import { findAnswerFault, type QuestionnaireQuestion } from './questions.ts'

function question(id: number, more: Partial<QuestionnaireQuestion> = {}): QuestionnaireQuestion {
  return {
    id,
    uuid: `question-${id}`,
    fieldType: 'plain_text',
    required: true,
    enforceChoices: false,
    choices: [],
    answers: null,
    ...more,
  }
}

describe('answers', () => {
  const image = { original_filename: 'foto.jpg', file_path: 'a/b.jpg' }
  const object = { id: 7, type: 'Lamp', onMap: true, coordinates: { lat: 52.3, lng: 4.9 } }
  it.each([
    ['plain_text', 'tekst', undefined],
    ['plain_text', { a: 1 }, "{'a': 1} is not of type 'string'"],
    ['plain_text', null, "None is not of type 'string'"],
    ['email', 'melder@voorbeeld.example', undefined],
    ['email', 'geen', "'geen' is not a 'email'"],
    ['dutch_telephone_number', '06-12345678', undefined],
    ['dutch_telephone_number', '12', "'12' is not a 'dutch telephone number'"],
    ['integer', 1.5, "1.5 is not of type 'integer'"],
    ['integer', true, "True is not of type 'integer'"],
    ['positive_integer', -1, '-1 is less than the minimum of 0'],
    ['float', 1.5, undefined],
    ['boolean', 'ja', "'ja' is not of type 'boolean'"],
    ['date', '2026-02-30', "'2026-02-30' is not a 'date'"],
    ['date', '2026-02-28', undefined],
    ['time', '24:00', "'24:00' is not a 'time'"],
    ['date_time', '2026-02-28T23:59:59+01:00', undefined],
    ['date_time', '2026-02-28', "'2026-02-28' is not a 'date-time'"],
    ['image', image, undefined],
    ['image', { original_filename: 'foto.jpg' }, "'file_path' is a required property"],
    ['image', [], "[] is not of type 'object'"],
    ['selected_object', object, undefined],
    ['selected_object', { ...object, id: null }, undefined],
    ['selected_object', { ...object, id: '' }, "'' is too short"],
    ['selected_object', { ...object, id: 1.5 }, "1.5 is not of type 'integer', 'string', 'null'"],
    [
      'selected_object',
      { ...object, coordinates: { lat: 91, lng: 0 } },
      '91 is greater than the maximum of 90',
    ],
  ] as const)('%s %j: %s', (type, payload, fault) => {
    expect(findPayloadFault(type, payload)).toBe(fault)
  })

  it('are judged whatever they are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTIONNAIRE_FIELD_TYPES), fc.jsonValue(), (type, payload) => {
        expect(['string', 'undefined']).toContain(typeof findPayloadFault(type, payload))
      }),
    )
  })

  it('may be left out when not required, may be many, may be chosen', () => {
    expect(findAnswerFault(question(1, { required: false }), null)).toBeUndefined()
    const many = question(1, { answers: { least: 1, most: 2 } })
    expect(findAnswerFault(many, ['a', 'b'])).toBeUndefined()
    expect(findAnswerFault(many, 'a')).toBe("Submitted answer does not validate. 'a' is not of type 'array'")
    expect(findAnswerFault(many, [])).toBe('Submitted answer does not validate. [] is too short')
    expect(findAnswerFault(many, ['a', 'b', 'c'])).toContain('is too long')
    expect(findAnswerFault(many, ['a', 2])).toBe(
      "Submitted answer does not validate. 2 is not of type 'string'",
    )
    const chosen = question(1, { enforceChoices: true, choices: [{ id: 1, payload: 'ja' }] })
    expect(findAnswerFault(chosen, 'ja')).toBeUndefined()
    expect(findAnswerFault(chosen, 'nee')).toBe(
      'Submitted answer does not match one of the pre-defined answers.',
    )
    expect(findAnswerFault({ ...chosen, enforceChoices: false }, 'nee')).toBeUndefined()
  })

  it('are shown in the notation that clients know', () => {
    const value = { a: [1, null, true], b: "it's", c: 'say "it\'s"\n' }
    expect(toPythonNotation(value)).toBe(`{'a': [1, None, True], 'b': "it's", 'c': 'say "it\\'s"\\n'}`)
  })
})
