import { answerAll, type Evaluation, evaluate, isRight } from '../judging/evaluate.ts'
import type { Example, Model } from '../model/types.ts'
import type { HandledReport } from './train-for-municipality.ts'

export type ComparisonReason = 'better' | 'not-better' | 'main-category-worse' | 'too-few-reports'

export interface Comparison {
  readonly old: Evaluation
  readonly new: Evaluation
  /** Reports that only the new model had right, and only the old. */
  readonly gained: number
  readonly lost: number
  readonly isBetter: boolean
  readonly reason: ComparisonReason
}

export const FEWEST_HELD_BACK = 30
const MAIN_MARGIN = 0.005

/** Judges both models on reports that neither has learnt from; the new one is switched on only when better. */
export function compareOnRecent(old: Model, candidate: Model, heldBack: readonly Example[]): Comparison {
  const [before, after] = [evaluate(old, heldBack), evaluate(candidate, heldBack)]
  const [oldRight, newRight] = [
    answerAll(old, heldBack).map(isRight),
    answerAll(candidate, heldBack).map(isRight),
  ]
  const gained = newRight.filter((right, index) => right && oldRight[index] === false).length
  const lost = oldRight.filter((right, index) => right && newRight[index] === false).length
  const reason = decide({ n: heldBack.length, gained, lost, mainChange: after.main.top1 - before.main.top1 })
  return { old: before, new: after, gained, lost, isBetter: reason === 'better', reason }
}

interface Outcome {
  readonly n: number
  readonly gained: number
  readonly lost: number
  readonly mainChange: number
}

function decide({ n, gained, lost, mainChange }: Outcome): ComparisonReason {
  if (n < FEWEST_HELD_BACK) return 'too-few-reports'
  if (mainChange < -MAIN_MARGIN) return 'main-category-worse'
  // More than the play of chance: the sign test at about one in ten.
  return gained - lost > 1.28 * Math.sqrt(gained + lost) ? 'better' : 'not-better'
}

export interface SplitReports {
  readonly learn: readonly HandledReport[]
  readonly heldBack: readonly Example[]
}

const HELD_BACK_SHARE = 0.2
const MOST_HELD_BACK = 1000

/** The newest fifth is held back to judge on, so that a model is judged on what comes after what it learnt. */
export function splitRecent(reports: readonly HandledReport[]): SplitReports {
  const oldestFirst = [...reports].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime())
  const count = Math.min(MOST_HELD_BACK, Math.floor(reports.length * HELD_BACK_SHARE))
  const border = oldestFirst.length - count
  const heldBack = oldestFirst.slice(border).map(({ category, text }) => ({ category, text }))
  return { learn: oldestFirst.slice(0, border), heldBack }
}
