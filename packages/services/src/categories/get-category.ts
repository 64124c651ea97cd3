import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { listObjectHistory, type RecordedChange } from '../settings/object-history.ts'
import { type Category, findMainCategory, findSubcategory, getCategoryTree } from './category-tree.ts'

export async function getCategoryById({ db }: Pick<Context, 'db'>, id: number): Promise<Category> {
  const category = (await getCategoryTree(db)).byId.get(id)
  if (!category) throw notFound('Category')
  return category
}

/** The category that lives at these slugs; without the second one a main category. */
export async function getCategoryBySlugs(
  { db }: Pick<Context, 'db'>,
  mainSlug: string,
  slug?: string,
): Promise<Category> {
  const tree = await getCategoryTree(db)
  const category =
    slug === undefined ? findMainCategory(tree, mainSlug) : findSubcategory(tree, mainSlug, slug)
  if (!category) throw notFound('Category')
  return category
}

/** Newest first. */
export async function listCategoryHistory(
  context: Pick<Context, 'db'>,
  id: number,
): Promise<RecordedChange<'category'>[]> {
  await getCategoryById(context, id)
  return listObjectHistory(context.db, 'category', id)
}
