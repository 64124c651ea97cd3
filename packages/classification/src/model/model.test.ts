import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../judging/evaluate.ts'
import { loadShippedModel, readShippedModelBytes } from '../shipped/shipped-model.ts'
import {
  findFingerprint,
  readOtherStylesTest,
  readShippedCategories,
  readShippedTexts,
} from '../shipped/texts.ts'
import { listSmallCorpus, trainSmallModel } from '../testing.ts'
import { explain } from './explain.ts'
import { encodeModel, loadModel, ModelFormatError } from './format.ts'
import { predict } from './predict.ts'

const model = loadShippedModel()

/** Milliseconds that this thread had the processor. */
function measure(work: () => unknown): number {
  const before = process.threadCpuUsage()
  work()
  return process.threadCpuUsage(before).user / 1000
}

describe('the shipped model', () => {
  it('was trained on the texts that ship with it', () => {
    // Otherwise: npm run train -w @signalen/classification
    expect(model.information.fingerprint).toBe(findFingerprint(readShippedTexts()))
  })

  it('knows every category', () => {
    expect([...model.labels].sort()).toEqual(
      readShippedCategories()
        .map((one) => one.category)
        .sort(),
    )
  })

  it('is right often enough about reports in other styles, and about as often as it says', () => {
    const judged = evaluate(model, readOtherStylesTest())
    expect(judged.sub.top1).toBeGreaterThan(0.82)
    expect(judged.sub.top3).toBeGreaterThan(0.95)
    expect(judged.main.top1).toBeGreaterThan(0.87)
    expect(judged.calibrationError).toBeLessThan(0.12)
  })

  it('stays under ten megabytes, loads quickly and answers quickly', () => {
    const bytes = readShippedModelBytes()
    expect(bytes.length).toBeLessThan(10_000_000)
    // Tests share their machine, so work is counted in time on the processor, not on the wall.
    const loads = [1, 2, 3].map(() => measure(() => loadModel(bytes)))
    expect(Math.min(...loads)).toBeLessThan(200)
    const texts = readOtherStylesTest().map((one) => one.text)
    const rounds = [1, 2, 3].map(() => measure(() => texts.map((text) => predict(model, text))))
    expect(Math.min(...rounds) / texts.length).toBeLessThan(1)
  })

  it('reads other languages and slips of the pen', () => {
    const first = (text: string): string | undefined => predict(model, text).sub[0]?.category
    expect(first('the street light in front of my house is broken')).toMatch(/straatverlichting/)
    expect(first('Parkta fareler var')).toMatch(/ratten/)
    expect(first('مصباح الشارع أمام البيت لا يعمل')).toMatch(/straatverlichting/)
    expect(first('контейнер для скла переповнений')).toBe('afval/container-glas-vol')
    expect(first('wepsennest bij de speeltuin')).toBe('overlast-van-dieren/wespen')
    expect(first('de glas bak zit vol')).toBe('afval/container-glas-vol')
  })
})

describe('prediction', () => {
  it('gives probabilities that add up, for sub and main category, likeliest first', () => {
    const { main, sub } = predict(model, 'er ligt een matras op de stoep')
    for (const ranked of [main, sub]) {
      expect(ranked.reduce((sum, one) => sum + one.probability, 0)).toBeCloseTo(1)
      const probabilities = ranked.map((one) => one.probability)
      expect(probabilities).toEqual([...probabilities].sort((one, other) => other - one))
    }
  })

  it('answers active categories only', () => {
    const active = ['overlast-van-dieren/ratten', 'overig/overig']
    const { main, sub } = predict(model, 'lantaarnpaal kapot', { active })
    expect(sub.map((one) => one.category).sort()).toEqual([...active].sort())
    expect(main.map((one) => one.category).sort()).toEqual(['overig', 'overlast-van-dieren'])
  })

  it('answers nothing when no category that it knows is active', () => {
    expect(predict(model, 'lantaarnpaal kapot', { active: ['nieuw/nieuw'] })).toEqual({
      main: [],
      sub: [],
      recognised: false,
    })
  })

  it('lets place, object and month weigh', () => {
    const find = (options: Parameters<typeof predict>[2], category: string): number =>
      predict(model, 'het ligt hier vol rommel', options).sub.find((one) => one.category === category)
        ?.probability ?? 0
    const water = 'schoon/drijfvuil-bevaarbaar-water'
    expect(find({ place: 'water' }, water)).toBeGreaterThan(find({}, water))
    expect(find({ month: 1 }, 'afval/kerstbomen')).toBeGreaterThan(find({ month: 7 }, 'afval/kerstbomen'))
    expect(find({ objects: ['glasbak'] }, 'afval/container-glas-vol')).toBeGreaterThan(
      find({}, 'afval/container-glas-vol'),
    )
  })

  it.each([
    ['nothing', ''],
    ['spaces', '   \n\t '],
    ['three thousand times one letter', 'a'.repeat(3000)],
    ['emoji', '😀😀🔥'],
    ['another alphabet', 'Τα φώτα δεν ανάβουν'],
    ['signs of another script', '路灯坏了'],
    ['digits', '1234567890 112'],
    ['signs', '!!! ??? <script>alert(1)</script> %00 \u0000'],
  ])('answers %s with little confidence', (_, text) => {
    const { sub } = predict(model, text)
    expect(sub).toHaveLength(model.labels.length)
    expect(sub[0]?.probability).toBeLessThan(0.41)
  })

  it('never fails and never leaves the range, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ maxLength: 400 })),
        (text) => {
          const { sub } = predict(model, text)
          return (
            sub.every((one) => one.probability >= 0 && one.probability <= 1) &&
            sub.length === model.labels.length
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})

describe('explanation', () => {
  it('names the words that decided', () => {
    const explained = explain(model, 'Mijn buurvrouw voert elke dag de duiven op haar balkon')
    expect(explained?.category).toBe('overlast-van-dieren/duiven')
    expect(explained?.words[0]?.word).toBe('duiven')
    expect(explained?.words[0]?.weight).toBeGreaterThan(0)
    expect(explained?.runnersUp).toHaveLength(2)
  })

  it('has no words for an empty text', () => {
    expect(explain(model, '')?.words).toEqual([])
  })
})

describe('training and the file', () => {
  it('gives the same model for the same texts, and the same answers after writing and reading', () => {
    const [one, other] = [trainSmallModel(), trainSmallModel()]
    expect(Buffer.compare(encodeModel(one), encodeModel(other))).toBe(0)
    const read = loadModel(encodeModel(one))
    for (const { text } of listSmallCorpus().slice(0, 20))
      expect(predict(read, text)).toEqual(predict(one, text))
  })

  it('refuses a file that is not a model, is damaged or is of another format', () => {
    const bytes = encodeModel(trainSmallModel())
    expect(() => loadModel(new Uint8Array(3))).toThrow(ModelFormatError)
    expect(() => loadModel(Buffer.from('not a model at all'))).toThrow('not a classification model')
    expect(() => loadModel(bytes.slice(0, bytes.length / 2))).toThrow('damaged')
    const newer = Uint8Array.from(bytes)
    newer[4] = 99
    expect(() => loadModel(newer)).toThrow('format 99')
  })

  it('knows a category without examples when it is named', () => {
    const labels = ['wonen/zonnepanelen']
    const named = trainSmallModel([
      ...listSmallCorpus(),
      { category: 'wonen/zonnepanelen', text: 'Zonnepanelen op daken, vergunning en overlast' },
    ])
    expect(named.labels).toContain(labels[0])
    expect(predict(named, 'zonnepanelen op het dak van de buren').sub[0]?.category).toBe('wonen/zonnepanelen')
  })
})
