import { describe, expect, it } from 'vitest'
import { DESIGN_FAULTS, type DesignFault, describeDesignFault, findDesignFaults } from './check-design.ts'
import type { WireQuestion } from './model.ts'
import { readQuestion } from './read-question.ts'
import { isTranslated, translateQuestion } from './translate-question.ts'

const radio = (key: string, meta: object = {}): WireQuestion => ({
  key,
  field_type: 'radio_input',
  meta: {
    label: 'Waar?',
    values: { straat: 'Op straat', park: { value: 'In het park', info: 'Gras' } },
    ...meta,
  },
})
const codesOf = (questions: readonly WireQuestion[], inherited: readonly WireQuestion[] = []) =>
  findDesignFaults(questions, inherited).map(({ index, code, about }: DesignFault) => [index, code, about])

describe('what is wrong with questions as they are written', () => {
  it('is nothing when they can be asked', () => {
    const shown = {
      label: 'Welk park?',
      ifAllOf: { extra_waar: 'park', ifOneOf: { category: ['groen', 'afval'] } },
    }
    expect(
      codesOf([radio('extra_waar'), { key: 'extra_park', field_type: 'text_input', meta: shown }]),
    ).toEqual([])
    expect(codesOf([{ key: 'plek', field_type: 'location_select' }])).toEqual([])
  })

  it.each<[string, WireQuestion, [string, string][]]>([
    ['a key with spaces', radio('waar dan'), [['key', 'waar dan']]],
    ['an unknown type', { key: 'a', field_type: 'quiz', meta: {} }, [['type', 'quiz']]],
    ['no text', { key: 'a', field_type: 'text_input', meta: { label: ' ' } }, [['label', 'a']]],
    ['nothing to choose', radio('a', { values: {} }), [['noOptions', 'a']]],
    ['a choice without words', radio('a', { values: { x: '' } }), [['optionLabel', 'x']]],
    [
      'objects from nowhere',
      { key: 'a', field_type: 'asset_select', meta: { label: 'Boom' } },
      [['endpoint', 'a']],
    ],
    ['a limit of words', radio('a', { validators: [['maxLength', 'veel']] }), [['limit', 'maxLength']]],
    ['a pattern that never ends', radio('a', { validators: [['pattern', '(a+)+']] }), [['pattern', '(a+)+']]],
    ['itself as condition', radio('a', { ifAllOf: { a: 'straat' } }), [['conditionSelf', 'a']]],
    ['a condition on nothing', radio('a', { ifOneOf: { weg: 'x' } }), [['conditionKey', 'weg']]],
    [
      'a condition on no choice',
      radio('a', { ifOneOf: { hoofd: ['park', 'zee'] } }),
      [['conditionValue', 'zee']],
    ],
  ])('is told: %s', (_, question, expected) => {
    expect(codesOf([question], [radio('hoofd')])).toEqual(expected.map((fault) => [0, ...fault]))
  })

  it('tells the second of two with one key, in words', () => {
    const [fault] = findDesignFaults([radio('a'), radio('a')])
    expect(fault && describeDesignFault(fault)).toBe(`Vraag 2 (a): ${DESIGN_FAULTS.keyTwice('a')}`)
  })
})

describe('a translated question', () => {
  const translations = {
    en: { label: 'Where?', values: { straat: 'In the street', park: { value: 'In the park' } } },
  }
  const question = readQuestion(radio('a', { translations }))

  it('is shown in that language, and keeps the ids of its choices', () => {
    if (!question) throw new Error('no question')
    expect(translateQuestion(question, 'en')).toMatchObject({
      label: 'Where?',
      shortLabel: 'Waar?',
      options: [
        { id: 'straat', label: 'In the street' },
        { id: 'park', label: 'In the park', info: 'Gras' },
      ],
    })
    expect(isTranslated(question, 'en')).toBe(true)
    expect(translateQuestion(question, 'fr')).toBe(question)
    expect(isTranslated(question, 'fr')).toBe(false)
  })

  it('is not said to be whole while a choice is missing', () => {
    const part = readQuestion(
      radio('a', { translations: { en: { label: 'Where?', values: { straat: 'Street' } } } }),
    )
    expect(part && isTranslated(part, 'en')).toBe(false)
  })
})
