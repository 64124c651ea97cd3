import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readShippedCategories } from '../shipped/texts.ts'
import { listSmallCorpus, trainSmallModel } from '../testing.ts'
import { predict } from './predict.ts'
import { joinSameMeaning, listSameMeaning, listSuccessors } from './same-meaning.ts'

const IN_USE = 'schoon/prullenbak-vol'
const REPLACED = 'afval/prullenbak-is-vol'
const RATS = 'overlast-van-dieren/ratten'
const FULL_BIN = 'de prullenbak in het park is vol'

describe('categories of one meaning', () => {
  it('are all in the list of categories', () => {
    const known = readShippedCategories().map((one) => one.category)
    expect(known.flatMap(listSameMeaning).filter((one) => !known.includes(one))).toEqual([])
    expect(listSameMeaning(REPLACED)).toEqual([IN_USE, REPLACED])
    expect(listSameMeaning(RATS)).toEqual([RATS])
  })

  it('give way only when they are retired, and to those that are not', () => {
    const known = readShippedCategories()
    const retired = new Set(known.flatMap((one) => (one.retired ? [one.category] : [])))
    const replaced = known.map((one) => one.category).filter((one) => listSuccessors(one).length > 0)
    expect(replaced.filter((one) => !retired.has(one))).toEqual([])
    expect(replaced.flatMap(listSuccessors).filter((one) => retired.has(one))).toEqual([])
  })

  it('count as one, by the name of the likelier or of the one that the report has', () => {
    const ranked = [
      { category: RATS, probability: 0.4 },
      { category: IN_USE, probability: 0.35 },
      { category: REPLACED, probability: 0.25 },
    ]
    const [first] = joinSameMeaning(ranked)
    expect(first?.category).toBe(IN_USE)
    expect(first?.probability).toBeCloseTo(0.6)
    expect(joinSameMeaning(ranked, REPLACED).map((one) => one.category)).toEqual([REPLACED, RATS])
    expect(joinSameMeaning(ranked, 'overig/overig').map((one) => one.category)).toEqual([IN_USE, RATS])
  })

  it('are together as likely as they were apart', () => {
    const ranked = fc.uniqueArray(fc.constantFrom(IN_USE, REPLACED, RATS, 'overig/overig'))
    fc.assert(
      fc.property(ranked, (categories) => {
        const apart = categories.map((category, at) => ({ category, probability: 1 / (at + 2) }))
        const sum = (all: readonly { probability: number }[]): number =>
          all.reduce((total, one) => total + one.probability, 0)
        expect(sum(joinSameMeaning(apart))).toBeCloseTo(sum(apart))
      }),
    )
  })

  it('give way to the one in use, until the own reports of a municipality say otherwise', () => {
    const old = listSmallCorpus().flatMap((one) =>
      one.category === IN_USE ? [{ ...one, category: REPLACED }] : [],
    )
    const texts = [...listSmallCorpus(), ...old]
    const first = (own: readonly string[]): string | undefined => {
      const reports = own.map((text) => ({ category: REPLACED, text, own: true, weight: 3 }))
      return predict(trainSmallModel([...texts, ...reports]), FULL_BIN).sub[0]?.category
    }
    expect(first([])).toBe(IN_USE)
    const learnt = Array.from({ length: 40 }, (_, at) => `de prullenbak bij ingang ${at} van het park is vol`)
    expect(first(learnt)).toBe(REPLACED)
  })
})
