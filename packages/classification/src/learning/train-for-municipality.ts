import type { Surroundings } from '../model/surround.ts'
import { type TrainOptions, trainModel } from '../model/train.ts'
import type { Example, Model } from '../model/types.ts'
import { listWords } from '../text/normalise.ts'
import { dropUnknownNames } from '../text/personal-data.ts'

/** A report that staff have handled, with the category it had in the end. */
export interface HandledReport {
  readonly text: string
  readonly category: string
  /** Whether staff changed the category by hand: the surest lesson there is. */
  readonly corrected: boolean
  readonly createdAt: Date
}

/** A category as the municipality has it; its name and description teach until there are examples. */
export interface CategoryKnowledge {
  readonly category: string
  readonly name: string
  readonly description?: string | null
}

export interface ShippedTexts {
  readonly examples: readonly Example[]
  readonly lexiconSource: string
  readonly surroundings?: Surroundings
}

export interface MunicipalityTraining {
  readonly shipped: ShippedTexts
  readonly reports: readonly HandledReport[]
  readonly categories?: readonly CategoryKnowledge[]
  readonly createdAt?: string
  readonly fit?: TrainOptions['fit']
}

const MOST_REPORTS = 6000
export const MOST_OF_CATEGORY = 200
const CORRECTED_WEIGHT = 3
const HANDLED_WEIGHT = 1
const NAME_WEIGHT = 2

/** The shipped texts and the municipality's own handled reports in one model; corrections weigh most. */
export function trainForMunicipality(training: MunicipalityTraining): Model {
  const { shipped, reports, categories = [] } = training
  const known = listKnownWords(shipped, categories)
  const own = chooseReports(reports).map((report) => createOwnExample(report, known))
  const named = categories.flatMap(createNameExamples)
  return trainModel([...shipped.examples, ...named, ...own], {
    lexiconSource: shipped.lexiconSource,
    ...(shipped.surroundings === undefined ? {} : { surroundings: shipped.surroundings }),
    labels: categories.map((one) => one.category),
    ...(training.createdAt === undefined ? {} : { createdAt: training.createdAt }),
    ...(training.fit === undefined ? {} : { fit: training.fit }),
  })
}

/** Corrections first, then the newest, as many as are learnt in about a minute; of each category only so many. */
function chooseReports(reports: readonly HandledReport[]): HandledReport[] {
  const newestFirst = [...reports].sort(
    (one, other) =>
      Number(other.corrected) - Number(one.corrected) || other.createdAt.getTime() - one.createdAt.getTime(),
  )
  const taken = new Map<string, number>()
  const chosen = newestFirst.filter(({ category }) => {
    const count = (taken.get(category) ?? 0) + 1
    taken.set(category, count)
    return count <= MOST_OF_CATEGORY
  })
  return chosen.slice(0, MOST_REPORTS)
}

function createOwnExample(report: HandledReport, known: ReadonlySet<string>): Example {
  return {
    category: report.category,
    text: dropUnknownNames(report.text, (word) => listWords(word).every((one) => known.has(one))),
    weight: report.corrected ? CORRECTED_WEIGHT : HANDLED_WEIGHT,
    own: true,
  }
}

function createNameExamples({ category, name, description }: CategoryKnowledge): Example[] {
  const texts = [name, description ?? ''].filter((text) => text.trim() !== '')
  return texts.map((text) => ({ category, text, weight: NAME_WEIGHT }))
}

/** Words that stand uncapitalised in public texts, so that a capital in a report does not make them a name. */
function listKnownWords(shipped: ShippedTexts, categories: readonly CategoryKnowledge[]): Set<string> {
  const texts = [
    ...shipped.examples.map((one) => one.text),
    ...categories.map((one) => `${one.name} ${one.description ?? ''}`.toLowerCase()),
  ]
  const lowered = texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}'’-]*/gu) ?? [])
  return new Set(lowered.flatMap(listWords))
}
