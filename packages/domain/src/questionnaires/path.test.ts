import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPath, type QuestionGraph, QuestionGraphError } from './path.ts'
import type { QuestionnaireQuestion } from './questions.ts'

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
