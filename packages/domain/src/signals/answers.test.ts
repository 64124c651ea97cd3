import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentAnswer, presentAnswers } from './answers.ts'

describe('answers in words', () => {
  it.each([
    ['tekst', ['tekst']],
    ['', ['-']],
    [12, ['12']],
    [true, ['ja']],
    [null, ['-']],
    [{ id: 'ja', label: 'Ja', info: '' }, ['Ja']],
    [{ label: '', value: true }, ['ja']],
    [
      [{ id: 1, label: 'Een' }, { id: 'lamp-2' }],
      ['Een', 'lamp-2'],
    ],
    [{ location: { coordinates: [4, 52] } }, ['Locatie gepind op de kaart']],
    [[], ['-']],
  ])('%j → %j', (answer, lines) => {
    expect(presentAnswer(answer)).toEqual(lines)
  })

  it('are words whatever is stored, and never fail', () => {
    fc.assert(
      fc.property(fc.anything(), (answer) => {
        const lines = presentAnswer(answer)
        expect(lines.length).toBeGreaterThan(0)
        expect(lines.every((line) => line !== '')).toBe(true)
      }),
    )
  })

  it('come together under one label', () => {
    const property = { id: 'a', label: 'Lamp', category_url: '/x' }
    const answers = presentAnswers([
      { ...property, answer: '1' },
      { ...property, answer: '2' },
    ])
    expect([...answers]).toEqual([['Lamp', ['1', '2']]])
  })
})
