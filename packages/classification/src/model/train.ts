import { stripPersonalData } from '../text/personal-data.ts'
import { type Calibration, findCalibration, UNCALIBRATED } from './calibrate.ts'
import { compressWeights } from './compress.ts'
import { addEvidence } from './evidence.ts'
import {
  FIT_DEFAULTS,
  type FitOptions,
  type FitTask,
  type Fitted,
  fit,
  type Share,
  scoreStored,
} from './fit.ts'
import { type Prepared, prepare } from './prepare.ts'
import { listSameMeaning } from './same-meaning.ts'
import type { Surroundings } from './surround.ts'
import type { Example, Model } from './types.ts'

export interface TrainOptions {
  readonly lexiconSource: string
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

const CALIBRATE_ONE_IN = 8
const SMALLEST_WEIGHT = 0.08

export function trainModel(examples: readonly Example[], options: TrainOptions): Model {
  const clean = examples.map((one) => ({ ...one, text: stripPersonalData(one.text) }))
  const fitOptions = { ...FIT_DEFAULTS, ...options.fit }
  const every = findHeldBack(clean.length, options)
  const isHeldBack = (index: number): boolean => every > 0 && index % every === every - 1
  const { lexiconSource, surroundings } = options
  const prepared = prepare(clean, { lexiconSource, surroundings, seed: fitOptions.seed, isHeldBack })
  const labels = [...new Set([...(options.labels ?? []), ...clean.map((one) => one.category)])].sort()
  const task = createTask(clean, prepared, labels)
  const calibration =
    options.calibration ??
    (every > 0 ? measureCalibration(task, { prepared, fitOptions, isHeldBack }) : UNCALIBRATED)
  const fitted = learn(task, fitOptions)
  return {
    labels,
    mains: listMains(labels),
    mainOfLabel: task.mainOfLabel,
    reading: prepared.reading,
    lexiconSource,
    table: prepared.table,
    rarity: prepared.rarity,
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

function learn(task: FitTask, options: FitOptions): Fitted {
  const fitted = fit(task, options)
  addEvidence(fitted, task)
  return fitted
}

/** One in how many is held back; 0 for none, as when there are too few to judge by. */
function findHeldBack(examples: number, options: TrainOptions): number {
  const every = options.calibrateOneIn ?? CALIBRATE_ONE_IN
  return options.calibration !== undefined || examples < every * 10 ? 0 : every
}

function createTask(examples: readonly Example[], prepared: Prepared, labels: readonly string[]): FitTask {
  const mains = listMains(labels)
  const place = new Map(labels.map((label, index) => [label, index]))
  return {
    vectors: prepared.vectors,
    readings: prepared.readings,
    learnt: examples.map((_, index) => index),
    targets: examples.map((one) => place.get(one.category) ?? 0),
    weights: weighExamples(examples),
    shares: labels.map((label) => shareMeaning(label, place)),
    unshared: examples.map((one) => one.own === true),
    rows: prepared.rarity.length,
    mainOfLabel: Uint16Array.from(labels, (label) => mains.indexOf(findMain(label))),
    mains: mains.length,
  }
}

/** An example counts as much for each category of its meaning. */
function shareMeaning(label: string, place: ReadonlyMap<string, number>): Share[] {
  const group = listSameMeaning(label).flatMap((one) => place.get(one) ?? [])
  return group.map((one) => ({ label: one, share: 1 / group.length }))
}

interface Measuring {
  readonly prepared: Prepared
  readonly fitOptions: FitOptions
  readonly isHeldBack: (index: number) => boolean
}

/** Trains once without the examples held back and looks how sure it may be about those. */
function measureCalibration(task: FitTask, { prepared, fitOptions, isHeldBack }: Measuring): Calibration {
  const fitted = learn({ ...task, learnt: task.learnt.filter((index) => !isHeldBack(index)) }, fitOptions)
  const heldBack = task.learnt.filter(isHeldBack)
  const judged = heldBack.flatMap((index, at) =>
    Array.from({ length: task.readings }, (_, reading) => ({
      scores: scoreStored(fitted, prepared.judged, at * task.readings + reading),
      target: task.targets[index] ?? 0,
    })),
  )
  return findCalibration(judged)
}

function listMains(labels: readonly string[]): string[] {
  return [...new Set(labels.map(findMain))]
}

export function findMain(label: string): string {
  return label.split('/')[0] ?? label
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
