import { describe, expect, it } from 'vitest'
import { questions } from './examples.ts'
import { readPostedAnswers } from './read-answers.ts'

describe('without script', () => {
  it('reads what a plain form sends', () => {
    const posted = {
      extra_lamp_nummer: '12',
      extra_lamp_gevaar: 'ja',
      extra_wat: 'uit',
      extra_nummers: ['1', ' '],
      extra_akkoord: 'on',
      extra_lampen: '42',
      vreemd: 'x',
    }
    expect(readPostedAnswers(questions, posted)).toEqual({
      extra_lamp_nummer: '12',
      extra_lamp_gevaar: 'ja',
      extra_wat: ['uit'],
      extra_nummers: ['1'],
      extra_akkoord: true,
      extra_lampen: [{ id: '42', type: 'not-on-map', label: '42' }],
    })
    expect(readPostedAnswers(questions, {})).toEqual({})
  })
})
