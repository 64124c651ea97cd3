import { describe, expect, it } from 'vitest'
import { listSmallCorpus, trainSmallModel } from '../testing.ts'
import { evaluate } from './evaluate.ts'
import { listCategoryAccuracy, listConfusions, measureThresholds } from './report.ts'

const corpus = listSmallCorpus()
const model = trainSmallModel(corpus.filter((_, index) => index % 4 !== 0))
const heldBack = corpus.filter((_, index) => index % 4 === 0)

describe('evaluate', () => {
  it('counts right answers among the first and the first three', () => {
    const judged = evaluate(model, heldBack)
    expect(judged.n).toBe(heldBack.length)
    expect(judged.sub.top1).toBeGreaterThan(0.6)
    expect(judged.sub.top3).toBeGreaterThanOrEqual(judged.sub.top1)
    expect(judged.main.top1).toBeGreaterThanOrEqual(judged.sub.top1)
    expect(judged.macroF1).toBeGreaterThan(0.5)
  })

  it('counts a label that the model does not know as wrong', () => {
    const judged = evaluate(model, [{ category: 'nieuw/onbekend', text: 'lantaarnpaal kapot' }])
    expect(judged.sub).toEqual({ top1: 0, top3: 0 })
    expect(judged.main).toEqual({ top1: 0, top3: 0 })
    expect(judged.macroF1).toBe(0)
  })

  it('measures time with the clock it is given', () => {
    let now = 0
    const judged = evaluate(model, heldBack, () => {
      now += heldBack.length
      return now
    })
    expect(judged.millisecondsPerText).toBe(1)
  })

  it('answers zeros for no reports', () => {
    expect(evaluate(model, [])).toMatchObject({
      n: 0,
      macroF1: 0,
      calibrationError: 0,
      millisecondsPerText: 0,
    })
  })
})

describe('the report for the settings', () => {
  it('lists accuracy per category, worst first', () => {
    const listed = listCategoryAccuracy(model, heldBack)
    expect(listed.reduce((sum, one) => sum + one.reports, 0)).toBe(heldBack.length)
    const shares = listed.map((one) => one.right / one.reports)
    expect(shares).toEqual([...shares].sort((one, other) => one - other))
  })

  it('lists confusions and leaves right answers out', () => {
    const confused = listConfusions(model, [
      { category: 'overlast-van-dieren/wespen', text: 'ratten bij de containers' },
      { category: 'overlast-van-dieren/wespen', text: 'rat gezien, rattenplaag' },
      { category: 'overlast-van-dieren/ratten', text: 'ratten in het park' },
    ])
    expect(confused).toEqual([
      { expected: 'overlast-van-dieren/wespen', suggested: 'overlast-van-dieren/ratten', reports: 2 },
    ])
  })

  it('shows that a higher threshold suggests less, and more surely', () => {
    const [low, high] = measureThresholds(model, heldBack, [0, 0.8])
    expect(low?.suggested).toBe(1)
    expect(high?.suggested).toBeLessThan(1)
    expect(high?.right).toBeGreaterThanOrEqual(low?.right ?? 1)
  })
})
