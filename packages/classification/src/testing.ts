import type { FitOptions } from './model/fit.ts'
import { trainModel } from './model/train.ts'
import type { Example, Model } from './model/types.ts'
import { readLexiconSource, readStartingCorpus } from './shipped/texts.ts'

export const QUICK_FIT: Partial<FitOptions> = { rounds: 5 }

const CATEGORIES = [
  'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting',
  'schoon/prullenbak-vol',
  'overlast-van-dieren/ratten',
  'overlast-van-dieren/wespen',
  'openbaar-groen-en-water/maaien-snoeien',
  'wonen/leegstand',
  'overig/overig',
]

export function listSmallCorpus(): Example[] {
  return readStartingCorpus().filter((one) => CATEGORIES.includes(one.category))
}

/** A model of seven categories, trained in a fraction of a second. */
export function trainSmallModel(examples: readonly Example[] = listSmallCorpus()): Model {
  return trainModel(examples, { lexiconSource: readLexiconSource(), calibrateOneIn: 0, fit: QUICK_FIT })
}
