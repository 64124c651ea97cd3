import { extractFeatures, type Features, NAMESPACES, type Namespace } from '../features/extract.ts'
import { countFeatures, createFeatureCounts, type FeatureCounts } from '../features/feature-counts.ts'
import { readLexicon } from '../features/lexicon.ts'
import { createTable } from '../features/table.ts'
import { createVector } from '../features/vector.ts'
import { addVector, createVectorStore, type VectorStore } from '../features/vector-store.ts'
import { listWords } from '../text/normalise.ts'
import { stripPersonalData } from '../text/personal-data.ts'
import { createRandom } from './random.ts'
import { type Surroundings, surround } from './surround.ts'
import type { Example, FeatureTable, Model } from './types.ts'

/** In how many shipped texts a feature must stand to be learnt. */
const FEWEST_TEXTS: Record<Namespace, number> = { word: 1, pair: 2, letters: 2, concept: 1, conceptPair: 2 }
/** In how many of a municipality's own reports, so that nothing of a single person is learnt. */
export const FEWEST_OWN_REPORTS = 5

export interface PrepareOptions {
  readonly lexiconSource: string
  /** Sentences that say nothing, put around examples so that the model learns to look past them. */
  readonly surroundings?: Surroundings | undefined
  readonly seed: number
  readonly isHeldBack: (index: number) => boolean
}

/** All that training needs of the texts, as numbers. */
export interface Prepared {
  readonly reading: Model['reading']
  readonly table: FeatureTable
  readonly rarity: Float32Array
  readonly vectors: VectorStore
  /** In how many ways each example is read: as it stands, and among sentences that say nothing. */
  readonly readings: number
  /** The examples held back, as a model sees them that never met them. */
  readonly judged: VectorStore
}

/**
 * Reads the texts twice, first to count and then to turn them into numbers, and keeps nothing of them in between:
 * the features of all texts at once would take many times the memory of what is learnt.
 */
export function prepare(examples: readonly Example[], options: PrepareOptions): Prepared {
  const reading = createReading(examples, options.lexiconSource)
  const counts = createFeatureCounts()
  examples.forEach((one, index) => {
    const text = { own: one.own === true, isHeldBack: options.isHeldBack(index) }
    countFeatures(counts, extractFeatures(one.text, reading), text)
  })
  const chosen = chooseFeatures(counts, examples.length)
  const table = createTable(chosen.hashes)
  const [vectors, judged] = [createVectorStore(), createVectorStore()]
  const readings = options.surroundings === undefined ? 1 : 2
  const random = createRandom(options.seed)
  examples.forEach((one, index) => {
    for (const features of readInWays(one, { reading, random, surroundings: options.surroundings })) {
      addVector(vectors, createVector(features, table, chosen.rarity))
      if (options.isHeldBack(index)) addVector(judged, createVector(features, table, chosen.rarityWithout))
    }
  })
  return { reading, table, rarity: chosen.rarity, vectors, readings, judged }
}

function createReading(examples: readonly Example[], lexiconSource: string): Model['reading'] {
  const vocabulary = new Set<string>()
  for (const one of examples) if (!one.own) for (const word of listWords(one.text)) vocabulary.add(word)
  return { lexicon: readLexicon(lexiconSource), vocabulary }
}

interface Ways {
  readonly reading: Model['reading']
  readonly random: () => number
  readonly surroundings: Surroundings | undefined
}

function readInWays(example: Example, { reading, random, surroundings }: Ways): Features[] {
  const plain = extractFeatures(example.text, reading)
  if (surroundings === undefined) return [plain]
  const among = stripPersonalData(surround(example, surroundings, random))
  return [plain, extractFeatures(among, reading)]
}

interface ChosenFeatures {
  readonly hashes: Uint32Array
  readonly rarity: Float32Array
  /** The same, with nothing for features that only examples held back have. */
  readonly rarityWithout: Float32Array
}

function chooseFeatures(counts: FeatureCounts, texts: number): ChosenFeatures {
  const chosen: number[] = []
  for (let row = 0; row < counts.size; row++) if (isLearnt(counts, row)) chosen.push(row)
  const rarity = Float32Array.from(chosen, (row) =>
    Math.log(1 + texts / ((counts.shipped[row] ?? 0) + (counts.own[row] ?? 0))),
  )
  return {
    hashes: Uint32Array.from(chosen, (row) => counts.hashes[row] ?? 0),
    rarity,
    rarityWithout: rarity.map((one, index) => (counts.learnt[chosen[index] ?? 0] === 0 ? 0 : one)),
  }
}

function isLearnt(counts: FeatureCounts, row: number): boolean {
  const name = NAMESPACES[counts.namespaces[row] ?? 0] ?? 'word'
  return (counts.shipped[row] ?? 0) >= FEWEST_TEXTS[name] || (counts.own[row] ?? 0) >= FEWEST_OWN_REPORTS
}
