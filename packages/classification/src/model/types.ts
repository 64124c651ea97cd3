import type { ReadingKnowledge } from '../features/extract.ts'
import type { Calibration } from './calibrate.ts'

/** A report with the category (`main/sub`) that it belongs to. */
export interface Example {
  readonly category: string
  readonly text: string
  /** How much it counts; 1 when left out. */
  readonly weight?: number
  /** From a municipality's own reports: its words are learnt only when several reports share them. */
  readonly own?: boolean
}

export interface ModelInformation {
  readonly createdAt: string
  /** Names the texts that a shipped model was trained on. */
  readonly fingerprint: string
  readonly examples: number
  readonly ownExamples: number
}

/** Which row of the weights a feature has, by its hash. */
export interface FeatureTable {
  readonly hashes: Uint32Array
  readonly slots: Int32Array
}

/** Weights of a linear model: for each feature only the categories that it speaks for or against. */
export interface SparseWeights {
  readonly starts: Uint32Array
  readonly labels: Uint16Array
  readonly values: Int8Array
  readonly scales: Float32Array
}

export interface Model {
  readonly labels: readonly string[]
  readonly mains: readonly string[]
  /** Index of the main category of each label. */
  readonly mainOfLabel: Uint16Array
  readonly reading: ReadingKnowledge
  readonly lexiconSource: string
  readonly table: FeatureTable
  readonly rarity: Float32Array
  readonly weights: SparseWeights
  readonly bias: Float32Array
  readonly calibration: Calibration
  readonly information: ModelInformation
}
