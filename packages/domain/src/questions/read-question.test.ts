import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isExtraProperties } from '../signals/extra-properties.ts'
import { findFormFaults } from './check-form.ts'
import { category, now, questions } from './examples.ts'
import { findVisibleForm } from './form.ts'
import { QUESTION_FIELD_TYPES } from './model.ts'
import { readQuestion, readQuestions } from './read-question.ts'
import { toExtraProperties } from './to-properties.ts'

describe('reading questions', () => {
  it('knows every field type', () => {
    for (const field_type of QUESTION_FIELD_TYPES) {
      expect(readQuestion({ key: 'x', field_type })).toBeDefined()
      expect(readQuestion({ key: 'x', field_type, meta: null, required: true })).toMatchObject({
        required: true,
      })
    }
    expect(readQuestion({ key: 'x', field_type: 'hologram' })).toBeUndefined()
  })

  it('takes the first of two with one key', () => {
    const twice = [
      { key: 'x', field_type: 'text_input' },
      { key: 'x', field_type: 'radio_input' },
    ]
    expect(readQuestions(twice).map(({ kind }) => kind)).toEqual(['text'])
  })

  it('reads options as municipalities write them', () => {
    expect(questions[1]).toMatchObject({
      options: [
        { id: 'ja', label: 'Ja', info: '' },
        { id: 'nee', label: 'Nee', info: 'Gelukkig' },
      ],
    })
    expect(questions[4]).toMatchObject({ appearance: 'select', options: [{ id: 'beetje' }, { id: 'erg' }] })
  })

  it('finds the words of an information in value or label', () => {
    const read = (meta: unknown) => readQuestion({ key: 'x', field_type: 'plain_text', meta })
    expect(read({ type: 'citation', label: 'Let op' })).toMatchObject({ tone: 'citation', text: 'Let op' })
    expect(read({ value: 'Hallo' })).toMatchObject({ tone: 'message', text: 'Hallo', isBlocking: false })
  })

  it('survives any meta', () => {
    fc.assert(
      fc.property(fc.constantFrom(...QUESTION_FIELD_TYPES), fc.jsonValue(), (field_type, meta) => {
        const question = readQuestion({ key: 'x', field_type, meta })
        if (question === undefined) throw new Error('not read')
        const visible = findVisibleForm({
          questions: [question],
          answers: { x: 'a' },
          facts: {},
          isStaff: true,
        })
        expect(isExtraProperties(toExtraProperties(visible, category))).toBe(true)
        expect(findFormFaults(visible, now).size).toBeLessThan(2)
      }),
    )
  })
})
