import { type CategoryTree, childrenOf, getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { CategoryPrediction, RankedCategory } from '../ports.ts'
import { invalid, Problem } from '../problem.ts'

/** Longer texts are cut off: what a report is about stands in its beginning. */
const LONGEST_TEXT = 3000
const FALLBACK_MAIN = 'overig'
const FALLBACK_SUB = 'overig/overig'

export interface SuggestedCategory {
  readonly main: RankedCategory
  readonly sub: RankedCategory
}

const activeOf = new WeakMap<CategoryTree, readonly string[]>()

/**
 * The likeliest active category for a text. When neither main nor subcategory is likely enough for the
 * municipality, the general one is answered, as forms expect.
 */
export async function suggestCategory(context: Context, text: string): Promise<SuggestedCategory> {
  if (text.trim() === '') throw invalid({ text: ['Dit veld mag niet leeg zijn.'] })
  const tree = await getCategoryTree(context.db)
  const prediction = await predict(context, text.slice(0, LONGEST_TEXT), listActive(tree))
  const [main, sub] = [prediction.main[0], prediction.sub[0]]
  const { predictionThreshold } = context.settings
  const isLikely = [main, sub].some((one) => one !== undefined && one.probability >= predictionThreshold)
  if (!main || !sub || !isLikely) return fallback(prediction)
  return { main, sub }
}

async function predict(
  context: Context,
  text: string,
  active: readonly string[],
): Promise<CategoryPrediction> {
  try {
    return await context.classifier.predict(text, active)
  } catch (error) {
    context.log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'no category was suggested')
    throw new Problem(504, { detail: 'Er is een serverfout opgetreden.' })
  }
}

function fallback({ main, sub }: CategoryPrediction): SuggestedCategory {
  const find = (ranked: readonly RankedCategory[], category: string): RankedCategory =>
    ranked.find((one) => one.category === category) ?? { category, probability: 0 }
  return { main: find(main, FALLBACK_MAIN), sub: find(sub, FALLBACK_SUB) }
}

function listActive(tree: CategoryTree): readonly string[] {
  const known = activeOf.get(tree)
  if (known) return known
  const active = tree.mains.flatMap((main) =>
    childrenOf(tree, main)
      .filter(({ isActive }) => main.isActive && isActive)
      .map(({ slug }) => `${main.slug}/${slug}`),
  )
  activeOf.set(tree, active)
  return active
}
