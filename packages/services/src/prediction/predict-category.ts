import { joinSameMeaning } from '@signalen/classification'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { listActiveSlugs } from '../models/category-slugs.ts'
import { findOwnModel } from '../models/own-model.ts'
import type { CategoryPrediction, ClassifierQuestion, RankedCategory } from '../ports.ts'
import { invalid, Problem } from '../problem.ts'
import { DEFAULT_SETTINGS } from '../settings/settings.ts'
import { findMonth } from './find-month.ts'

/** Longer texts are cut off: what a report is about stands in its beginning. */
const LONGEST_TEXT = 3000

export interface SuggestedCategory {
  readonly main: RankedCategory
  readonly sub: RankedCategory
}

/**
 * The likeliest active category for a text. When neither main nor subcategory is likely enough for the
 * municipality, the general one is answered, as forms expect.
 */
export async function suggestCategory(context: Context, text: string): Promise<SuggestedCategory> {
  if (text.trim() === '') throw invalid({ text: ['Dit veld mag niet leeg zijn.'] })
  const question = await prepareQuestion(context, { text, at: context.clock.now() })
  const prediction = await predict(context, question)
  const [main, sub] = [prediction.main[0], joinSameMeaning(prediction.sub)[0]]
  if (!main || !sub || !isLikely(context, prediction)) return fallback(context, question, prediction)
  return { main, sub }
}

/**
 * Whether a prediction is sure enough for this municipality to be taken over. Two categories of one meaning that
 * share a report between them are as sure as they are together.
 */
export function isLikely({ settings }: Context, { main, sub }: CategoryPrediction): boolean {
  return [main[0], joinSameMeaning(sub)[0]].some(
    (one) => one !== undefined && one.probability >= settings.predictionThreshold,
  )
}

/** Out of the categories that reports may be given now, by the model that the municipality has in use. */
export async function prepareQuestion(
  context: Context,
  { text, at }: { readonly text: string; readonly at: Date },
): Promise<ClassifierQuestion> {
  const slugs = listActiveSlugs(await getCategoryTree(context.db))
  return {
    text: text.slice(0, LONGEST_TEXT),
    categories: [...slugs.values()],
    month: findMonth(at, context.settings.timeZone),
    ownModel: await findOwnModel(context.db),
  }
}

export async function predict(context: Context, question: ClassifierQuestion): Promise<CategoryPrediction> {
  try {
    return await context.classifier.predict(question)
  } catch (error) {
    context.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no category was suggested')
    throw new Problem(504, { detail: 'Er is een serverfout opgetreden.' })
  }
}

/** A municipality that no longer has the category that it chose for this gets the general one. */
function fallback(
  { settings }: Context,
  { categories }: ClassifierQuestion,
  { main, sub }: CategoryPrediction,
): SuggestedCategory {
  const chosen = settings.predictionFallback
  const category = categories.includes(chosen) ? chosen : DEFAULT_SETTINGS.predictionFallback
  const [mainSlug = category] = category.split('/')
  return { main: findRanked(main, mainSlug), sub: findRanked(sub, category) }
}

function findRanked(ranked: readonly RankedCategory[], category: string): RankedCategory {
  return ranked.find((one) => one.category === category) ?? { category, probability: 0 }
}
