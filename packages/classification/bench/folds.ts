import { textLikeness } from '../src/duplicates/text-likeness.ts'
import type { Example } from '../src/model/types.ts'

const NEARLY_THE_SAME = 0.5

/**
 * The fold of each report, as many of every category in each. Reports of one category that say nearly the same
 * stay together, so that none is judged by its own likeness.
 */
export function splitIntoFolds(examples: readonly Example[], folds: number): number[] {
  const assigned = examples.map(() => -1)
  const sizes = new Map<string, number[]>()
  examples.forEach((one, index) => {
    if (assigned[index] !== -1) return
    const taken = sizes.get(one.category) ?? new Array<number>(folds).fill(0)
    sizes.set(one.category, taken)
    const fold = taken.indexOf(Math.min(...taken))
    for (const other of listAlike(examples, one, index)) {
      if (assigned[other] !== -1) continue
      assigned[other] = fold
      taken[fold] = (taken[fold] ?? 0) + 1
    }
  })
  return assigned
}

function listAlike(examples: readonly Example[], one: Example, index: number): number[] {
  const alike = examples.flatMap((other, at) =>
    at > index && other.category === one.category && textLikeness(one.text, other.text) >= NEARLY_THE_SAME
      ? [at]
      : [],
  )
  return [index, ...alike]
}
