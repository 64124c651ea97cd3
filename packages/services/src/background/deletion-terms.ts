import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { DeletionTerm } from '../settings/settings.ts'
import { daysBefore } from './pieces.ts'

/** A term with the categories that it is for by their numbers. */
export interface ResolvedTerm {
  readonly term: DeletionTerm
  /** Null: all that no other term for this state names. */
  readonly categoryIds: readonly number[] | null
  readonly namedElsewhere: readonly number[]
}

export async function resolveTerms(context: Context): Promise<ResolvedTerm[]> {
  const categories = await listCategoryPaths(context)
  const idsOf = (term: DeletionTerm) =>
    categories.filter(({ path, main }) => term.categories?.some((name) => name === path || name === main))
  const terms = context.settings.deletionTerms
  return terms.map((term) => ({
    term,
    categoryIds: term.categories ? idsOf(term).map(({ id }) => id) : null,
    namedElsewhere: terms
      .filter((other) => other.state === term.state && other.categories)
      .flatMap((other) => idsOf(other).map(({ id }) => id)),
  }))
}

async function listCategoryPaths(context: Context) {
  const rows = await context.db.kysely
    .selectFrom('category as sub')
    .innerJoin('category as main', 'main.id', 'sub.parent_id')
    .select(['sub.id', 'sub.slug', 'main.slug as main'])
    .execute()
  return rows.map(({ id, slug, main }) => ({ id, main, path: `${main}/${slug}` }))
}

/** Reports, without the parts of others, that have been in the state of the term for longer than it says. */
export function whereDue(
  context: Context,
  { term, categoryIds, namedElsewhere }: ResolvedTerm,
): RawBuilder<boolean> {
  const category =
    categoryIds === null
      ? sql`category_id <> all(${namedElsewhere}::integer[])`
      : sql`category_id = any(${categoryIds}::integer[])`
  const before = daysBefore(context.clock.now(), term.days)
  return sql<boolean>`parent_id is null and status_state = ${term.state} and status_created_at < ${before} and ${category}`
}
