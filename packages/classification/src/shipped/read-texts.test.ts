import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listWords } from '../text/normalise.ts'
import { expandSlots, readWrittenExamples } from './read-texts.ts'
import {
  readOtherStylesTest,
  readPriorKnowledge,
  readShippedCategories,
  readStartingCorpus,
} from './texts.ts'

describe('expandSlots', () => {
  it('leaves a sentence without slots as it is', () => {
    expect(expandSlots('de bak is vol')).toEqual(['de bak is vol'])
  })

  it('takes every choice, and not every combination', () => {
    const texts = expandSlots('[bank/stoel/tafel/kast/bed] [op straat/in het park/bij de bak] gezet')
    expect(texts.length).toBeGreaterThan(5)
    expect(texts.length).toBeLessThanOrEqual(10)
    for (const word of ['bank', 'stoel', 'tafel', 'kast', 'bed', 'op straat', 'in het park', 'bij de bak']) {
      expect(texts.some((text) => text.includes(word))).toBe(true)
    }
    expect(texts).toEqual(expandSlots('[bank/stoel/tafel/kast/bed] [op straat/in het park/bij de bak] gezet'))
  })

  it('never repeats a text or leaves a bracket', () => {
    const word = fc.constantFrom('a', 'b', 'c', 'd')
    const slot = fc.array(word, { minLength: 1, maxLength: 6 }).map((choices) => `[${choices.join('/')}]`)
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 4 }), (slots) => {
        const texts = expandSlots(`x ${slots.join(' ')}`)
        return new Set(texts).size === texts.length && texts.every((text) => /^x[ a-d]*$/.test(text))
      }),
    )
  })
})

describe('readWrittenExamples', () => {
  it('gives the texts of a line to every category that it names', () => {
    const read = readWrittenExamples('# afval\nvol,schoon/vol bak vol | bak [zit/is] vol')
    expect(read.map((one) => `${one.category}: ${one.text}`).sort()).toEqual([
      'afval/vol: bak is vol',
      'afval/vol: bak vol',
      'afval/vol: bak zit vol',
      'schoon/vol: bak is vol',
      'schoon/vol: bak vol',
      'schoon/vol: bak zit vol',
    ])
  })
})

describe('the written examples', () => {
  it('are of known categories and leave none out', () => {
    const known = readShippedCategories().map((one) => one.category)
    const written = new Set(readPriorKnowledge().map((one) => one.category))
    expect([...written].sort()).toEqual([...known].sort())
  })

  it('were written, not copied from the corpus or from the test set', () => {
    const examples = readPriorKnowledge().filter((one) => listWords(one.text).length >= LONG_ENOUGH)
    const judged = new Set(
      [...readStartingCorpus(), ...readOtherStylesTest()].map((one) => asWords(one.text)),
    )
    expect(examples.filter((one) => judged.has(asWords(one.text)))).toEqual([])
    expect(examples.filter((one) => /[[\]|]/.test(one.text))).toEqual([])
  })
})

/** Three words such as "glasbak zit vol" anyone writes. */
const LONG_ENOUGH = 6

function asWords(text: string): string {
  return listWords(text).join(' ')
}
