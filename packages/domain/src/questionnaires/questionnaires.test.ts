import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeperThan, isSameJson, toCanonicalJson } from '../json.ts'
import { findPayloadFault, QUESTIONNAIRE_FIELD_TYPES } from './field-types.ts'
import { findPath, type QuestionGraph, QuestionGraphError } from './path.ts'
import { toPythonNotation } from './python-notation.ts'
import { findAnswerFault, type QuestionnaireQuestion } from './questions.ts'
import {
  findSessionClosed,
  findSessionRefusal,
  findStatusAfterForward,
  findStatusAfterReaction,
  findStatusAfterSilence,
  mustCloseForward,
  type QuestionnaireSession,
} from './sessions.ts'

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

describe('the path through a graph', () => {
  const yesNo = question(1, {
    fieldType: 'boolean',
    choices: [
      { id: 11, payload: true },
      { id: 12, payload: false },
    ],
  })
  const graph: QuestionGraph = {
    firstQuestionId: 1,
    questions: [yesNo, question(2), question(3), question(4, { required: false })],
    edges: [
      { id: 3, order: 2, questionId: 1, nextQuestionId: 3, choiceId: 12 },
      { id: 2, order: 1, questionId: 1, nextQuestionId: 2, choiceId: 11 },
      { id: 4, order: 0, questionId: 2, nextQuestionId: 4, choiceId: null },
      { id: 5, order: 0, questionId: 3, nextQuestionId: 4, choiceId: null },
    ],
  }
  const uuids = (answers: [number, unknown][]) =>
    findPath(graph, new Map(answers)).questions.map(({ id }) => id)

  it('follows the answers', () => {
    expect(uuids([])).toEqual([1])
    expect(uuids([[1, true]])).toEqual([1, 2, 4])
    expect(uuids([[1, false]])).toEqual([1, 3, 4])
    expect(
      uuids([
        [1, 'iets anders'],
        [2, 'van de weg'],
      ]),
    ).toEqual([1])
  })

  it('ends when the last question is reached and all that must be is answered', () => {
    expect(findPath(graph, new Map())).toMatchObject({ canFreeze: false, unansweredUuids: ['question-1'] })
    expect(findPath(graph, new Map<number, unknown>([[1, true]])).canFreeze).toBe(false)
    const done = findPath(
      graph,
      new Map<number, unknown>([
        [1, true],
        [2, 'x'],
        [3, 'van de weg'],
      ]),
    )
    expect(done).toMatchObject({
      canFreeze: true,
      answeredUuids: ['question-1', 'question-2'],
      unansweredUuids: [],
    })
    expect(findPath({ ...graph, firstQuestionId: null }, new Map()).canFreeze).toBe(false)
  })

  it('takes the way for everyone when it comes first', () => {
    const edges = [...graph.edges, { id: 9, order: 0, questionId: 1, nextQuestionId: 4, choiceId: null }]
    expect(findPath({ ...graph, edges }, new Map([[1, true]])).questions).toHaveLength(2)
  })

  it('always ends: with a path, or with a word about the graph', () => {
    const anyEdge = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      order: fc.integer({ min: 0, max: 3 }),
      questionId: fc.integer({ min: 1, max: 4 }),
      nextQuestionId: fc.integer({ min: 1, max: 5 }),
      choiceId: fc.constantFrom(null, 11, 12, 13),
    })
    fc.assert(
      fc.property(fc.array(anyEdge, { maxLength: 8 }), fc.boolean(), (edges, answer) => {
        try {
          const path = findPath({ ...graph, edges }, new Map([[1, answer]]))
          expect(new Set(path.questions).size).toBe(path.questions.length)
        } catch (error) {
          expect(error).toBeInstanceOf(QuestionGraphError)
        }
      }),
    )
    const questions = Array.from({ length: 51 }, (_, index) => question(index + 1))
    expect(() => findPath({ ...graph, questions }, new Map())).toThrow(QuestionGraphError)
  })
})

describe('sessions', () => {
  const now = new Date('2026-03-20T12:00:00Z')
  const session: QuestionnaireSession = {
    uuid: 'one',
    flow: 'REACTION_REQUEST',
    startedAt: null,
    submitBefore: new Date('2026-03-21T12:00:00Z'),
    durationSeconds: 7200,
    isFrozen: false,
    isInvalidated: false,
  }
  const signal = { state: 'reaction requested', newestSessionUuid: 'one' } as const

  it.each([
    ['open', {}, signal, undefined],
    ['used', { isFrozen: true }, signal, 'Already used!'],
    ['invalidated', { isInvalidated: true }, signal, 'Expired!'],
    ['past its day', { submitBefore: new Date('2026-03-20T11:59:59Z') }, signal, 'Expired!'],
    ['begun too long ago', { startedAt: new Date('2026-03-20T09:59:59Z') }, signal, 'Expired!'],
    [
      'without limit once begun',
      { startedAt: new Date('2026-03-20T09:00:00Z'), durationSeconds: null },
      signal,
      undefined,
    ],
    ['overtaken by a status', {}, { ...signal, state: 'b' } as const, /not in state REACTIE_GEVRAAGD/],
    ['overtaken by a question', {}, { ...signal, newestSessionUuid: 'two' }, /a newer reaction request/],
    ['without its signal', {}, null, /not in state/],
    ['of another flow', { flow: 'FORWARD_TO_EXTERNAL' } as const, null, undefined],
  ])('%s', (_, more, about, reason) => {
    const closed = findSessionClosed({ ...session, ...more }, about, now)
    if (reason instanceof RegExp) expect(closed).toMatch(reason)
    else expect(closed).toBe(reason)
  })

  it('bring their answers into a new report once', () => {
    const loose = { ...session, hasSignal: false, isFrozen: true }
    expect(findSessionRefusal(loose, now)).toBeUndefined()
    expect(findSessionRefusal(undefined, now)).toBe('Session matching query does not exist.')
    expect(findSessionRefusal({ ...loose, hasSignal: true }, now)).toBe('Session already used')
    expect(findSessionRefusal({ ...loose, isFrozen: false }, now)).toBe('Session not frozen')
    const late = { ...loose, isFrozen: false, submitBefore: new Date('2026-01-01') }
    expect(findSessionRefusal(late, now)).toBe('Session expired')
  })

  it('lead to a status', () => {
    expect(findStatusAfterReaction('De groene')).toEqual({ state: 'reaction received', text: 'De groene' })
    expect(findStatusAfterForward(true)).toEqual({ state: 'closure requested', text: null })
    expect(findStatusAfterForward(false)).toBeUndefined()
    const asked = { state: 'reaction requested', createdAt: new Date('2026-03-15T11:59:59Z') } as const
    expect(findStatusAfterSilence(asked, now)?.text).toBe('Geen reactie ontvangen.')
    expect(findStatusAfterSilence({ ...asked, createdAt: now }, now)).toBeUndefined()
    expect(findStatusAfterSilence({ ...asked, state: 'b' }, now)).toBeUndefined()
  })

  it('with an external party close when their time is over', () => {
    const forward: QuestionnaireSession = {
      ...session,
      flow: 'FORWARD_TO_EXTERNAL',
      submitBefore: new Date('2026-03-19'),
    }
    expect(mustCloseForward(forward, 'forward to external', now)).toBe(true)
    expect(mustCloseForward(forward, 'b', now)).toBe(false)
    expect(mustCloseForward({ ...forward, isFrozen: true }, 'forward to external', now)).toBe(false)
    expect(mustCloseForward(session, 'forward to external', now)).toBe(false)
  })
})

describe('JSON in one way', () => {
  it('is the same for what is the same, in whatever order', () => {
    expect(toCanonicalJson({ b: 1, a: [undefined, { d: undefined, c: 'x' }] })).toBe(
      '{"a":[null,{"c":"x"}],"b":1}',
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(isSameJson(value, reversed)).toBe(true)
        expect(JSON.parse(toCanonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('has a depth that is measured without falling in', () => {
    let deep: unknown = 'x'
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(isDeeperThan(deep, 64)).toBe(true)
    expect(isDeeperThan({ a: [1] }, 2)).toBe(false)
    expect(isDeeperThan({ a: [1] }, 1)).toBe(true)
  })
})
