import { type CategoryTree, childrenOf } from '../categories/category-tree.ts'

const slugsOf = new WeakMap<CategoryTree, ReadonlyMap<number, string>>()

/** Subcategories that reports may be given, by id: `main/sub`, as models know them. */
export function listActiveSlugs(tree: CategoryTree): ReadonlyMap<number, string> {
  const known = slugsOf.get(tree)
  if (known) return known
  const slugs = new Map(
    tree.mains
      .filter((main) => main.isActive)
      .flatMap((main) => childrenOf(tree, main).map((sub) => ({ main, sub })))
      .filter(({ sub }) => sub.isActive)
      .map(({ main, sub }) => [sub.id, `${main.slug}/${sub.slug}`]),
  )
  slugsOf.set(tree, slugs)
  return slugs
}
