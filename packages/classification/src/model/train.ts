import { extractFeatures, type Features, NAMESPACES, type Namespace } from '../features/extract.ts'
import { readLexicon } from '../features/lexicon.ts'
import { createTable } from '../features/table.ts'
import { createVector } from '../features/vector.ts'
import { listWords } from '../text/normalise.ts'
import { stripPersonalData } from '../text/personal-data.ts'
import { type Calibration, findCalibration, UNCALIBRATED } from './calibrate.ts'
import { compressWeights } from './compress.ts'
import { FIT_DEFAULTS, type FitOptions, fit } from './fit.ts'
import { createRandom } from './random.ts'
import { scoreVector } from './score.ts'
import { type Surroundings, surround } from './surround.ts'
import type { Example, Model } from './types.ts'

export interface TrainOptions {
  readonly lexiconSource: string
  /** Sentences that say nothing, put around examples so that the model learns to look past them. */
  readonly surroundings?: Surroundings
  /** Categories without examples that the model must know all the same. */
  readonly labels?: readonly string[]
  readonly fit?: Partial<FitOptions>
  /** One in so many examples is held back to find how sure the model may be; 0 leaves that out. */
  readonly calibrateOneIn?: number
  readonly calibration?: Calibration
  readonly createdAt?: string
  /** Names the texts it was trained on. */
  readonly fingerprint?: string
}

/** In how many shipped texts a feature must stand to be learnt. */
const FEWEST_TEXTS: Record<Namespace, number> = { word: 1, pair: 2, letters: 2, concept: 1, conceptPair: 2 }
/** In how many of a municipality's own reports, so that nothing of a single person is learnt. */
export const FEWEST_OWN_REPORTS = 5
const SMALLEST_WEIGHT = 0.08

export function trainModel(examples: readonly Example[], options: TrainOptions): Model {
  const prepared = prepare(examples, options)
  return build(prepared, options, options.calibration ?? measureCalibration(prepared, options))
}

interface Prepared {
  readonly examples: readonly Example[]
  readonly features: readonly Features[]
  /** The same examples among sentences that say nothing. */
  readonly surrounded: readonly Features[]
  readonly labels: readonly string[]
  readonly reading: Model['reading']
}

function prepare(examples: readonly Example[], options: TrainOptions): Prepared {
  const clean = examples.map((one) => ({ ...one, text: stripPersonalData(one.text) }))
  const vocabulary = new Set<string>()
  for (const one of clean) if (!one.own) for (const word of listWords(one.text)) vocabulary.add(word)
  const reading = { lexicon: readLexicon(options.lexiconSource), vocabulary }
  const features = clean.map((one) => extractFeatures(one.text, reading))
  const surrounded = surroundAll(clean, options).map((text) => extractFeatures(text, reading))
  const labels = [...new Set([...(options.labels ?? []), ...clean.map((one) => one.category)])].sort()
  return { examples: clean, features, surrounded, labels, reading }
}

function surroundAll(examples: readonly Example[], { surroundings, fit }: TrainOptions): string[] {
  if (surroundings === undefined) return []
  const random = createRandom(fit?.seed ?? FIT_DEFAULTS.seed)
  return examples.map((one) => stripPersonalData(surround(one, surroundings, random)))
}

/** Trains once without every n-th example and looks how sure it may be about those. */
function measureCalibration(prepared: Prepared, options: TrainOptions): Calibration {
  const every = options.calibrateOneIn ?? 8
  if (every === 0 || prepared.examples.length < every * 10) return UNCALIBRATED
  const isHeldBack = (index: number) => index % every === every - 1
  const kept: Prepared = {
    ...prepared,
    examples: prepared.examples.filter((_, index) => !isHeldBack(index)),
    features: prepared.features.filter((_, index) => !isHeldBack(index)),
    surrounded: prepared.surrounded.filter((_, index) => !isHeldBack(index)),
  }
  const model = build(kept, options, UNCALIBRATED)
  const judged = prepared.examples.flatMap((example, index) => {
    if (!isHeldBack(index)) return []
    const target = prepared.labels.indexOf(example.category)
    return listReadings(prepared, index).map((features) => ({
      scores: scoreVector(model, createVector(features, model.table, model.rarity)),
      target,
    }))
  })
  return findCalibration(judged)
}

function listReadings({ features, surrounded }: Prepared, index: number): Features[] {
  return [features[index], surrounded[index]].filter((one) => one !== undefined)
}

function build(prepared: Prepared, options: TrainOptions, calibration: Calibration): Model {
  const { examples, features, labels } = prepared
  const { hashes, rarity } = chooseFeatures(prepared)
  const table = createTable(hashes)
  const mains = [...new Set(labels.map(findMain))]
  const mainOfLabel = Uint16Array.from(labels, (label) => mains.indexOf(findMain(label)))
  const place = new Map(labels.map((label, index) => [label, index]))
  const fitted = fit(
    {
      vectors: features.map((_, index) =>
        listReadings(prepared, index).map((reading) => createVector(reading, table, rarity)),
      ),
      targets: examples.map((one) => place.get(one.category) ?? 0),
      weights: weighExamples(examples),
      rows: hashes.length,
      mainOfLabel,
      mains: mains.length,
    },
    { ...FIT_DEFAULTS, ...options.fit },
  )
  return {
    labels,
    mains,
    mainOfLabel,
    reading: prepared.reading,
    lexiconSource: options.lexiconSource,
    table,
    rarity,
    weights: compressWeights(fitted.weights, labels.length, SMALLEST_WEIGHT),
    bias: fitted.bias,
    calibration,
    information: {
      createdAt: options.createdAt ?? '',
      fingerprint: options.fingerprint ?? '',
      examples: examples.length,
      ownExamples: examples.filter((one) => one.own).length,
    },
  }
}

export function findMain(label: string): string {
  return label.split('/')[0] ?? label
}

function chooseFeatures({ examples, features }: Prepared): { hashes: Uint32Array; rarity: Float32Array } {
  const seen = new Map<number, { shipped: number; own: number; namespace: number }>()
  features.forEach((one, index) => {
    const own = examples[index]?.own === true
    const counted = new Set<number>()
    one.hashes.forEach((hash, at) => {
      if (counted.has(hash)) return
      counted.add(hash)
      const known = seen.get(hash) ?? { shipped: 0, own: 0, namespace: one.namespaces[at] ?? 0 }
      if (own) known.own++
      else known.shipped++
      seen.set(hash, known)
    })
  })
  const chosen = [...seen].filter(([, one]) => {
    const name = NAMESPACES[one.namespace] ?? 'word'
    return one.shipped >= FEWEST_TEXTS[name] || one.own >= FEWEST_OWN_REPORTS
  })
  return {
    hashes: Uint32Array.from(chosen, ([hash]) => hash),
    rarity: Float32Array.from(chosen, ([, one]) => Math.log(1 + examples.length / (one.shipped + one.own))),
  }
}

/** A category with many examples does not drown one with few: each example weighs less the more there are. */
function weighExamples(examples: readonly Example[]): number[] {
  const totals = new Map<string, number>()
  for (const one of examples) totals.set(one.category, (totals.get(one.category) ?? 0) + 1)
  const usual = examples.length / totals.size
  return examples.map((one) => {
    const balance = Math.sqrt(usual / (totals.get(one.category) ?? usual))
    return (one.weight ?? 1) * Math.min(2, Math.max(0.3, balance))
  })
}
