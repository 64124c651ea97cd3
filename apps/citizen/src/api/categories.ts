import type { Api } from './api-client.ts'
import { fieldsOf, listOf, resultsOf, textOf } from './read-json.ts'

export interface Subcategory {
  readonly main: string
  readonly sub: string
  readonly name: string
  readonly description: string
  readonly handlingMessage: string
}

export interface MainCategory {
  readonly slug: string
  readonly name: string
  readonly subcategories: readonly Subcategory[]
}

export const FALLBACK_CATEGORY = { main: 'overig', sub: 'overig' } as const

/** What can be chosen, under its public name. */
export async function listCategories(api: Api): Promise<MainCategory[]> {
  const answer = await api.get('/signals/v1/public/terms/categories/?page_size=1000')
  const categories = resultsOf(answer.body).map(readMainCategory)
  return categories.filter((category) => category.slug !== '' && category.subcategories.length > 0)
}

function readMainCategory(value: unknown): MainCategory {
  const fields = fieldsOf(value)
  const slug = textOf(fields.slug)
  return {
    slug,
    name: nameOf(fields),
    subcategories: listOf(fields.sub_categories).flatMap((sub) => readSubcategory(slug, sub) ?? []),
  }
}

function readSubcategory(main: string, value: unknown): Subcategory | undefined {
  const fields = fieldsOf(value)
  if (fields.is_active === false) return undefined
  return {
    main,
    sub: textOf(fields.slug),
    name: nameOf(fields),
    description: textOf(fields.description),
    handlingMessage: textOf(fields.handling_message),
  }
}

function nameOf(fields: Readonly<Record<string, unknown>>): string {
  return textOf(fields.public_name) || textOf(fields.name)
}

export interface CategoryKey {
  readonly main: string
  readonly sub: string
}

export function findSubcategory(
  categories: readonly MainCategory[],
  key: CategoryKey,
): Subcategory | undefined {
  return categories
    .find((category) => category.slug === key.main)
    ?.subcategories.find((subcategory) => subcategory.sub === key.sub)
}
