import { type DecidingWord, joinSameMeaning } from '@signalen/classification'
import type { Actor } from '@signalen/domain'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { listActiveSlugs } from '../models/category-slugs.ts'
import { findActiveVersion } from '../models/own-model.ts'
import { notFound } from '../problem.ts'
import { requireRight } from '../signals/get-signal.ts'
import { type CategoryReference, readReference } from '../signals/reference.ts'
import { subjectOf } from '../signals/visibility.ts'
import { isLikely, predict, prepareQuestion } from './predict-category.ts'

const MOST_RANKED = 5

export interface RankedReference {
  readonly category: CategoryReference
  readonly probability: number
  /** Whether the report has this category now. */
  readonly isCurrent: boolean
}

export interface Suggestion {
  /** Likeliest first. */
  readonly ranked: readonly RankedReference[]
  /** Sure enough for this municipality to be taken over. */
  readonly isSure: boolean
  readonly threshold: number
  /** The words that decided on the first, strongest first; undefined where a service outside was asked. */
  readonly words: readonly DecidingWord[] | undefined
  readonly model: ModelInUse
}

export type ModelInUse =
  | { readonly kind: 'shipped' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'own'; readonly version: number }

/** What the category of a report could be, and why, for the people who handle it. */
export async function getSuggestion(context: Context, actor: Actor, id: number): Promise<Suggestion> {
  const signal = await getText(context, actor, id)
  const question = await prepareQuestion(context, { text: signal.text, at: signal.createdAt })
  const prediction = await predict(context, question)
  const tree = await getCategoryTree(context.db)
  const slugs = listActiveSlugs(tree)
  const idOf = new Map([...slugs].map(([categoryId, slug]) => [slug, categoryId]))
  const { categories } = await readReference(context.db)
  // A category of the same meaning as the one that the report has is no other category.
  const meant = joinSameMeaning(prediction.sub, slugs.get(signal.categoryId))
  const ranked = meant.slice(0, MOST_RANKED).flatMap(({ category, probability }) => {
    const reference = categories.get(idOf.get(category) ?? 0)
    return reference
      ? [{ category: reference, probability, isCurrent: reference.id === signal.categoryId }]
      : []
  })
  return {
    ranked,
    isSure: isLikely(context, prediction),
    threshold: context.settings.predictionThreshold,
    words: await context.classifier.explain?.(question),
    model: await findModelInUse(context),
  }
}

export async function findModelInUse(context: Context): Promise<ModelInUse> {
  if (!context.classifier.explain) return { kind: 'outside' }
  const active = await findActiveVersion(context.db)
  return active ? { kind: 'own', version: active.id } : { kind: 'shipped' }
}

async function getText(context: Context, actor: Actor, id: number) {
  const row = await context.db.kysely
    .selectFrom('signal')
    .select(['text', 'created_at', 'category_id', 'parent_id', 'child_count', 'routing_department_ids'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound('Signal')
  requireRight(actor, 'signal.suggestion', { subject: subjectOf(row, await readReference(context.db)) })
  return { text: row.text, createdAt: row.created_at, categoryId: row.category_id }
}
