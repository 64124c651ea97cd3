import { predict } from '../model/predict.ts'
import type { Example, Model } from '../model/types.ts'
import { answerAll, isRight } from './evaluate.ts'

export interface CategoryAccuracy {
  readonly category: string
  readonly reports: number
  readonly right: number
}

/** For each category how many of its reports were suggested rightly, worst first. */
export function listCategoryAccuracy(model: Model, examples: readonly Example[]): CategoryAccuracy[] {
  const totals = new Map<string, { reports: number; right: number }>()
  for (const answer of answerAll(model, examples)) {
    const known = totals.get(answer.expected) ?? { reports: 0, right: 0 }
    totals.set(answer.expected, {
      reports: known.reports + 1,
      right: known.right + (isRight(answer) ? 1 : 0),
    })
  }
  return [...totals]
    .map(([category, counts]) => ({ category, ...counts }))
    .sort(
      (one, other) => one.right / one.reports - other.right / other.reports || other.reports - one.reports,
    )
}

export interface Confusion {
  readonly expected: string
  readonly suggested: string
  readonly reports: number
}

/** Which categories are taken for which, most often first. */
export function listConfusions(model: Model, examples: readonly Example[]): Confusion[] {
  const counts = new Map<string, Confusion>()
  for (const answer of answerAll(model, examples)) {
    const suggested = answer.sub[0]?.category
    if (suggested === undefined || suggested === answer.expected) continue
    const key = `${answer.expected} ${suggested}`
    const reports = (counts.get(key)?.reports ?? 0) + 1
    counts.set(key, { expected: answer.expected, suggested, reports })
  }
  return [...counts.values()].sort((one, other) => other.reports - one.reports)
}

export interface ThresholdEffect {
  readonly threshold: number
  /** Share of reports that get a suggestion. */
  readonly suggested: number
  /** Share of those suggestions that are right. */
  readonly right: number
}

/** What happens to coverage and accuracy when the threshold moves. */
export function measureThresholds(
  model: Model,
  examples: readonly Example[],
  thresholds: readonly number[],
): ThresholdEffect[] {
  const answers = examples.map(({ category, text }) => {
    const best = predict(model, text).sub[0]
    return { probability: best?.probability ?? 0, right: best?.category === category }
  })
  return thresholds.map((threshold) => {
    const above = answers.filter((one) => one.probability >= threshold)
    const right = above.filter((one) => one.right).length
    return {
      threshold,
      suggested: answers.length === 0 ? 0 : above.length / answers.length,
      right: above.length === 0 ? 0 : right / above.length,
    }
  })
}
