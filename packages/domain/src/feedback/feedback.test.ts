import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { STATUS_CODES } from '../status/states.ts'
import {
  decideFeedbackConsequences,
  decidePublicUpload,
  findFeedbackClosed,
  mergeFeedbackTexts,
  mustReopen,
} from './feedback.ts'

const standardAnswers = [
  { text: 'Het probleem is niet opgelost.', reopensWhenUnhappy: true },
  { text: 'Ik heb te lang moeten wachten.', reopensWhenUnhappy: false },
]
const form = { createdAt: new Date('2026-03-20T12:00:00Z'), submittedAt: null }

describe('a feedback form', () => {
  it.each([
    ['2026-04-03T12:00:00Z', null, undefined],
    ['2026-04-03T12:00:01Z', null, 'too late'],
    ['2026-04-03T12:00:01Z', new Date(), 'too late'],
    ['2026-03-21T12:00:00Z', new Date(), 'filled out'],
  ])('on %s, submitted %s, is %s', (now, submittedAt, closed) => {
    expect(findFeedbackClosed({ ...form, submittedAt }, new Date(now))).toBe(closed)
  })

  it('needs a reason, and keeps each once, in order', () => {
    expect(mergeFeedbackTexts('c', ['a', 'b', 'a'])).toEqual({ ok: true, value: ['a', 'b', 'c'] })
    expect(mergeFeedbackTexts('a', null)).toEqual({ ok: true, value: ['a'] })
    expect(mergeFeedbackTexts(undefined, ['a'])).toEqual({ ok: true, value: ['a'] })
    for (const [text, list] of [
      [undefined, undefined],
      ['', []],
      [null, null],
    ] as const)
      expect(mergeFeedbackTexts(text, list)).toMatchObject({
        errors: { non_field_errors: ['Either text or text_list must be filled in'] },
      })
  })

  it('loses no reason and repeats none', () => {
    const reason = fc.string({ minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(reason, fc.array(reason), (text, list) => {
        const merged = mergeFeedbackTexts(text, list)
        const reasons = merged.ok ? merged.value : []
        expect(new Set(reasons)).toEqual(new Set([...list, text]))
        expect(reasons).toHaveLength(new Set(reasons).size)
      }),
    )
  })
})

describe('feedback brings a report back', () => {
  it.each([
    [['Het probleem is niet opgelost'], true],
    [['Ik heb te lang moeten wachten'], false],
    [['Ik heb te lang moeten wachten', 'Er ligt nog steeds afval'], true],
    [[], false],
  ])('with %j: %s', (reasons, reopens) => {
    expect(mustReopen(reasons, standardAnswers)).toBe(reopens)
  })

  it('only when it was handled and the reporter is unhappy', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUS_CODES),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (state, isSatisfied, allowsContact, feedbackReceivedMail) => {
          const { reopens, sendsMail } = decideFeedbackConsequences(
            { isSatisfied, allowsContact, textList: ['Eigen woorden'] },
            { state, allowsContact },
            standardAnswers,
            { feedbackReceivedMail },
          )
          expect(reopens).toBe(state === 'o' && !isSatisfied)
          expect(sendsMail).toBe(reopens && allowsContact && feedbackReceivedMail)
        },
      ),
    )
  })
})

describe('photos by the public', () => {
  const now = new Date('2026-03-21')
  it('are welcome while they can help', () => {
    expect(decidePublicUpload('m', [], now).ok).toBe(true)
    expect(decidePublicUpload('o', [form], now).ok).toBe(true)
    expect(decidePublicUpload('o', [{ ...form, submittedAt: now }], now)).toMatchObject({
      errors: ['No feedback expected for this signal hence no uploads allowed.'],
    })
    expect(decidePublicUpload('b', [form], now)).toMatchObject({
      errors: ['Public uploads not allowed in current signal state.'],
    })
  })
})
