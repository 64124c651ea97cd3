import type { Category } from '../api/wire.ts'
import { isMainCategory } from './use-filter-names.ts'

export interface CategoryBranch {
  readonly main: Category
  readonly subs: readonly Category[]
}

/** Main categories with their subcategories, by name. */
export function toCategoryTree(categories: readonly Category[]): CategoryBranch[] {
  const byName = [...categories].sort((left, right) => left.name.localeCompare(right.name, 'nl'))
  return byName.filter(isMainCategory).map((main) => ({
    main,
    subs: byName.filter((category) => category._links['sia:parent']?.href === main._links.self.href),
  }))
}

/** A subcategory by the slugs of it and of its main category, which a report carries. */
export function findCategory(
  categories: readonly Category[] | undefined,
  mainSlug: string,
  subSlug: string,
): Category | undefined {
  const ending = `/terms/categories/${mainSlug}/sub_categories/${subSlug}`
  return categories?.find((category) => category._links.self.public?.endsWith(ending))
}

export function responsibleCodes(category: Category): string[] {
  return category.departments.filter((department) => department.is_responsible).map(({ code }) => code)
}
