import { predict, type Ranked } from '../model/predict.ts'
import { findMain } from '../model/train.ts'
import type { Example, Model } from '../model/types.ts'

export interface Accuracy {
  readonly top1: number
  readonly top3: number
}

export interface Evaluation {
  readonly n: number
  readonly main: Accuracy
  readonly sub: Accuracy
  readonly macroF1: number
  readonly calibrationError: number
  readonly millisecondsPerText: number
}

export interface Answer {
  readonly expected: string
  readonly main: readonly Ranked[]
  readonly sub: readonly Ranked[]
}

export type Clock = () => number

/** How often the model is right on labelled reports; a label that the model does not know counts as wrong. */
export function evaluate(
  model: Model,
  examples: readonly Example[],
  now: Clock = () => performance.now(),
): Evaluation {
  const started = now()
  const answers = answerAll(model, examples)
  const elapsed = now() - started
  return {
    n: answers.length,
    main: measureAccuracy(answers, (one) => ({ ranked: one.main, expected: findMain(one.expected) })),
    sub: measureAccuracy(answers, (one) => ({ ranked: one.sub, expected: one.expected })),
    macroF1: round(measureMacroF1(answers)),
    calibrationError: round(measureCalibrationError(answers)),
    millisecondsPerText: round(answers.length === 0 ? 0 : elapsed / answers.length),
  }
}

export function answerAll(model: Model, examples: readonly Example[]): Answer[] {
  return examples.map(({ category, text }) => ({ expected: category, ...predict(model, text) }))
}

function measureAccuracy(
  answers: readonly Answer[],
  look: (answer: Answer) => { ranked: readonly Ranked[]; expected: string },
): Accuracy {
  const share = (most: number): number => {
    const right = answers.filter((answer) => {
      const { ranked, expected } = look(answer)
      return ranked.slice(0, most).some((one) => one.category === expected)
    })
    return round(answers.length === 0 ? 0 : right.length / answers.length)
  }
  return { top1: share(1), top3: share(3) }
}

/** The mean over the categories in the file of how well each is found and how rarely it is given wrongly. */
function measureMacroF1(answers: readonly Answer[]): number {
  const expected = countBy(answers, (one) => one.expected)
  const given = countBy(answers, (one) => one.sub[0]?.category)
  const right = countBy(answers, (one) => (isRight(one) ? one.expected : undefined))
  const scores = [...expected].map(
    ([category, count]) => (2 * (right.get(category) ?? 0)) / (count + (given.get(category) ?? 0)),
  )
  return scores.reduce((sum, one) => sum + one, 0) / Math.max(scores.length, 1)
}

function countBy(
  answers: readonly Answer[],
  key: (answer: Answer) => string | undefined,
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const answer of answers) {
    const one = key(answer)
    if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1)
  }
  return counts
}

export function isRight(answer: Answer): boolean {
  return answer.sub[0]?.category === answer.expected
}

const BINS = 10

/** How far stated probability and share of right answers lie apart, over ten bands of probability. */
function measureCalibrationError(answers: readonly Answer[]): number {
  const bands = Array.from({ length: BINS }, () => ({ stated: 0, right: 0 }))
  for (const answer of answers) {
    const probability = answer.sub[0]?.probability ?? 0
    const band = bands[Math.min(BINS - 1, Math.floor(probability * BINS))]
    if (band === undefined) continue
    band.stated += probability
    band.right += isRight(answer) ? 1 : 0
  }
  const apart = bands.reduce((sum, band) => sum + Math.abs(band.stated - band.right), 0)
  return answers.length === 0 ? 0 : apart / answers.length
}

function round(value: number): number {
  return Math.round(value * 10000) / 10000
}
