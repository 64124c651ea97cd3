import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { extractFeatures } from '../features/extract.ts'
import { findRow } from '../features/table.ts'
import { encodeModel } from '../model/format.ts'
import { predict } from '../model/predict.ts'
import { FEWEST_OWN_REPORTS } from '../model/prepare.ts'
import type { Model } from '../model/types.ts'
import { readLexiconSource } from '../shipped/texts.ts'
import { listSmallCorpus, QUICK_FIT, trainSmallModel } from '../testing.ts'
import { compareOnRecent, splitRecent } from './compare-on-recent.ts'
import { type HandledReport, MOST_OF_CATEGORY, trainForMunicipality } from './train-for-municipality.ts'

const shipped = { examples: listSmallCorpus(), lexiconSource: readLexiconSource() }

function createReport(text: string, category: string, day = 1): HandledReport {
  return { text, category, corrected: true, createdAt: new Date(Date.UTC(2026, 0, day)) }
}

function learn(reports: readonly HandledReport[]): Model {
  return trainForMunicipality({ shipped, reports, fit: QUICK_FIT })
}

function knows(model: Model, text: string): boolean {
  const { hashes, namespaces } = extractFeatures(text, model.reading)
  return hashes.some((hash, index) => namespaces[index] === 0 && findRow(model.table, hash) !== -1)
}

/** How many features of the text, parts of words included, have a place in the model. */
function countKnownFeatures(model: Model, text: string): number {
  const { hashes } = extractFeatures(text, model.reading)
  return hashes.filter((hash) => findRow(model.table, hash) !== -1).length
}

/** All that stands in the file, the head and the numbers, as letters. */
function unpack(model: Model): string {
  return inflateSync(Buffer.from(encodeModel(model)).subarray(8)).toString('latin1')
}

const LOCAL_WORD = 'zonnewervel'
const localReports = Array.from({ length: 12 }, (_, index) =>
  createReport(`de ${LOCAL_WORD} bij het water draait niet meer`, 'wonen/leegstand', index + 1),
)

describe('learning from a municipality', () => {
  it('learns a local word from several corrected reports', () => {
    const model = learn(localReports)
    const before = predict(trainSmallModel(), LOCAL_WORD).sub[0]
    const after = predict(model, LOCAL_WORD).sub[0]
    expect(before?.category).not.toBe('wonen/leegstand')
    expect(after?.category).toBe('wonen/leegstand')
    expect(model.information.ownExamples).toBe(12)
  })

  it('lets a correction weigh more than a report that was merely handled', () => {
    const elsewhere = localReports.map((one) => ({ ...one, category: 'overig/overig', corrected: false }))
    const find = (model: Model): string | undefined =>
      predict(model, localReports[0]?.text ?? '').sub[0]?.category
    expect(find(learn([...localReports, ...elsewhere]))).toBe('wonen/leegstand')
    const turned = [...localReports, ...elsewhere].map((one) => ({ ...one, corrected: !one.corrected }))
    expect(find(learn(turned))).toBe('overig/overig')
  })

  it('learns only so much of one category, corrections first', () => {
    const many = Array.from({ length: MOST_OF_CATEGORY }, (_, index) => ({
      ...createReport('rommel op straat', 'overig/overig', (index % 28) + 1),
      corrected: false,
    }))
    const corrected = Array.from({ length: FEWEST_OWN_REPORTS }, () =>
      createReport(`een ${LOCAL_WORD} op straat`, 'overig/overig', 1),
    )
    const model = learn([...many, ...corrected])
    expect(model.information.ownExamples).toBe(MOST_OF_CATEGORY)
    expect(knows(model, LOCAL_WORD)).toBe(true)
  })

  it('knows a new category by its name and description', () => {
    const model = trainForMunicipality({
      shipped,
      reports: [],
      categories: [
        {
          category: 'wonen/laadkabels',
          name: 'Laadkabels over de stoep',
          description: 'Snoeren van elektrische auto’s',
        },
      ],
      fit: QUICK_FIT,
    })
    expect(predict(model, 'er ligt een laadkabel over de stoep').sub[0]?.category).toBe('wonen/laadkabels')
  })

  it('learns a category that has meanwhile been removed without failing', () => {
    const model = learn([...localReports, createReport('een oude melding', 'verdwenen/categorie')])
    expect(
      predict(model, 'ratten in de straat', { active: ['overlast-van-dieren/ratten'] }).sub,
    ).toHaveLength(1)
  })
})

describe('personal data', () => {
  const planted = [
    'Volgens Quirinus Zwartendijk ligt er afval',
    'bel quirinus op 06-87654321',
    'mail quirinus.zwartendijk@voorbeeld.example',
    'hij woont op Kwikstaartlaan 317, 9876 XY Verzonnenstad',
    'BSN 123456782 en kenteken 98-ZXY-7',
    'dag meneer Zwartendijk',
  ]
  const model = learn(planted.map((text, index) => createReport(text, 'overig/overig', index + 1)))
  const unaware = learn([])

  it.each(['Zwartendijk', 'quirinus', 'Kwikstaartlaan', 'Verzonnenstad', '98-ZXY-7', '123456782'])(
    'does not learn %s',
    (secret) => {
      expect(knows(model, secret.toLowerCase())).toBe(false)
      expect(countKnownFeatures(model, secret)).toBe(countKnownFeatures(unaware, secret))
    },
  )

  it('keeps no planted word in the file', () => {
    const vocabulary = [...model.reading.vocabulary].join(' ')
    expect(vocabulary).not.toMatch(/zwartendijk|quirinus|kwikstaart|verzonnen/)
    expect(unpack(model)).not.toMatch(/wartendijk|uirinus|98-?zxy/i)
    expect(unpack(model)).toContain('lantaarnpaal')
  })

  it('does not learn the name, address or number of someone whom many reports are about', () => {
    const about = Array.from({ length: 2 * FEWEST_OWN_REPORTS }, (_, index) => [
      `De heer Oorebeek van Fazantlaan ${index} zet zijn afval te vroeg buiten, bel 06-1234567${index % 10}`,
      `weer afval van Wiebrand Oorebeek op de Fazantlaan, kenteken 12-QXZ-3`,
    ]).flat()
    const taught = learn(about.map((text, index) => createReport(text, 'overig/overig', (index % 28) + 1)))
    for (const secret of ['oorebeek', 'wiebrand', 'Fazantlaan', '12-QXZ-3', '06-12345671']) {
      expect(knows(taught, secret)).toBe(false)
      expect(countKnownFeatures(taught, secret)).toBe(countKnownFeatures(unaware, secret))
    }
    expect(unpack(taught)).not.toMatch(/oorebeek|wiebrand|fazantlaan/i)
  })

  it('does not learn a word from fewer reports than the rule says', () => {
    const few = localReports.slice(0, FEWEST_OWN_REPORTS - 1)
    expect(knows(learn(few), LOCAL_WORD)).toBe(false)
    expect(knows(learn(localReports.slice(0, FEWEST_OWN_REPORTS)), LOCAL_WORD)).toBe(true)
  })
})

describe('switching on', () => {
  const base = trainSmallModel()
  const recent = Array.from({ length: 40 }, () => ({ category: 'wonen/leegstand', text: LOCAL_WORD }))

  it('switches on a model that is better on recent reports', () => {
    const compared = compareOnRecent(base, learn(localReports), recent)
    expect(compared).toMatchObject({ isBetter: true, reason: 'better', gained: 40, lost: 0 })
  })

  it('keeps the old one when the new one is not better', () => {
    expect(compareOnRecent(base, base, recent)).toMatchObject({ isBetter: false, reason: 'not-better' })
    expect(compareOnRecent(learn(localReports), base, recent)).toMatchObject({ isBetter: false })
  })

  it('does not judge on too few reports', () => {
    const compared = compareOnRecent(base, learn(localReports), recent.slice(0, 10))
    expect(compared).toMatchObject({ isBetter: false, reason: 'too-few-reports' })
  })

  it('holds back the newest fifth', () => {
    const reports = Array.from({ length: 10 }, (_, index) =>
      createReport(`melding ${index}`, 'overig/overig', 10 - index),
    )
    const { learn: older, heldBack } = splitRecent(reports)
    expect(heldBack.map((one) => one.text)).toEqual(['melding 1', 'melding 0'])
    expect(older).toHaveLength(8)
  })
})
