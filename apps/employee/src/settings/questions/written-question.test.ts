import { findDesignFaults, readQuestion } from '@signalen/domain'
import { describe, expect, it } from 'vitest'
import { isEmptyGroup, readGroup, setCondition, writeGroup } from './written-condition.ts'
import {
  chooseKey,
  createQuestion,
  findLimit,
  hasRule,
  moveItem,
  readOptions,
  readQuestionFile,
  setLimit,
  setRule,
  toWire,
  withMeta,
  writeOptions,
  writeQuestionFile,
} from './written-question.ts'

describe('a question that is being written', () => {
  it('has a key of its own, and says itself what it lacks', () => {
    const question = createQuestion([], 'radio_input')
    expect(chooseKey([question], 'radio_input')).toBe('extra_vraag_2')
    expect(chooseKey([], 'date_time_input')).toBe('dateTime')
    expect(findDesignFaults(toWire([question])).map(({ code }) => code)).toEqual(['label', 'optionLabel'])
  })

  it('goes up and down, and stays within the list', () => {
    expect(moveItem(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
    expect(moveItem(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c'])
  })

  it('keeps what the editor does not know, and leaves out what is empty', () => {
    expect(withMeta({ label: 'a', wfsFilter: 'x' }, 'label', '')).toEqual({ wfsFilter: 'x' })
  })

  it('has rules that come and go one by one', () => {
    const limited = setLimit(setRule({ validators: ['email'] }, 'isBlocking', true), 'maxLength', '20')
    expect(limited).toEqual({ validators: ['email', 'isBlocking', ['maxLength', 20]] })
    expect([hasRule(limited, 'isBlocking'), findLimit(limited, 'maxLength')]).toEqual([true, '20'])
    expect(setLimit(setRule(setRule(limited, 'email', false), 'isBlocking', false), 'maxLength', '')).toEqual(
      {},
    )
  })
})

describe('choices', () => {
  it.each([
    [{ ja: 'Ja', nee: { value: 'Nee', info: 'Dan niet' } }],
    [[{ ja: 'Ja' }, { nee: 'Nee' }]],
    [{ '1': 'Een', '2': 'Twee', a: 'A' }],
  ])('%j come back as they were', (values) => {
    const type = Array.isArray(values) ? 'select_input' : 'radio_input'
    expect(writeOptions(readOptions(values), type)).toEqual(values)
  })

  it('keep the order in which they were put', () => {
    const options = [
      { id: '2', label: 'Twee', info: '' },
      { id: '1', label: 'Een', info: '' },
    ]
    const written = writeOptions(options, 'radio_input')
    expect(readOptions(written)).toEqual(options)
    const question = readQuestion({ key: 'a', field_type: 'radio_input', meta: { values: written } })
    expect(question?.kind === 'choice' && question.options.map(({ id }) => id)).toEqual(['2', '1'])
  })
})

describe('a condition', () => {
  it.each([
    [{ category: 'afval', extra_a: ['1', '2'] }],
    [{ extra_a: '1', ifOneOf: { extra_b: '1', ifAllOf: { subcategory: 'glas', extra_c: ['1'] } } }],
  ])('%j comes back as it was read', (group) => {
    const meaning = (meta: object) => readQuestion({ key: 'a', field_type: 'text_input', meta })?.condition
    const written = writeGroup(readGroup(group))
    expect(meaning({ ifAllOf: written })).toEqual(meaning({ ifAllOf: group }))
  })

  it('that asks for nothing is none', () => {
    expect(setCondition({ label: 'a', ifAllOf: { x: '1' } }, 'ifAllOf', readGroup({}))).toEqual({
      label: 'a',
    })
    expect(isEmptyGroup(readGroup({ ifOneOf: {} }))).toBe(true)
  })

  it('may ask twice after one question', () => {
    const group = {
      answers: [
        { key: 'a', values: ['1'] },
        { key: 'a', values: ['2'] },
      ],
      nested: [],
    }
    expect(readGroup(writeGroup(group))).toEqual(group)
  })
})

describe('a file', () => {
  it('comes back as it was written, and may be a category of a configuration', () => {
    const questions = [{ key: 'extra_a', field_type: 'radio_input', required: true, meta: { label: 'A' } }]
    expect(readQuestionFile(writeQuestionFile(questions))).toEqual(questions)
    expect(readQuestionFile('[{"key":"b"}]')).toEqual([
      { key: 'b', field_type: 'plain_text', required: false, meta: {} },
    ])
  })

  it.each(['geen json', '{}', '[{"meta":{}}]', '3'])('is refused when it holds no questions: %s', (text) => {
    expect(readQuestionFile(text)).toBeUndefined()
  })
})
