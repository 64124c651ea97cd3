import type { ReportLanguage } from '@signalen/ui'
import type { Api } from './api-client.ts'
import { fieldsOf, listOf, resultsOf, textOf } from './read-json.ts'

export interface Subcategory {
  readonly main: string
  readonly sub: string
  readonly name: string
  /** Of the name, where that is not the language of the page. */
  readonly lang: 'nl' | undefined
  readonly description: string
  readonly handlingMessage: string
  readonly handlingLang: 'nl' | undefined
}

export interface MainCategory {
  readonly slug: string
  readonly name: string
  readonly lang: 'nl' | undefined
  readonly subcategories: readonly Subcategory[]
}

export const FALLBACK_CATEGORY = { main: 'overig', sub: 'overig' } as const

/** What can be chosen, as the API has it: in every language. */
export async function fetchCategories(api: Api): Promise<readonly unknown[]> {
  const answer = await api.get('/signals/v1/public/terms/categories/?page_size=1000')
  return resultsOf(answer.body)
}

/** What can be chosen, under its public name in this language, or in Dutch where it has none. */
export function readCategories(results: readonly unknown[], language: ReportLanguage): MainCategory[] {
  const categories = results.map((value) => readMainCategory(value, language))
  return categories.filter((category) => category.slug !== '' && category.subcategories.length > 0)
}

function readMainCategory(value: unknown, language: ReportLanguage): MainCategory {
  const fields = fieldsOf(value)
  const slug = textOf(fields.slug)
  return {
    slug,
    ...nameOf(fields, language),
    subcategories: listOf(fields.sub_categories).flatMap((sub) => readSubcategory(slug, sub, language) ?? []),
  }
}

function readSubcategory(main: string, value: unknown, language: ReportLanguage): Subcategory | undefined {
  const fields = fieldsOf(value)
  if (fields.is_active === false) return undefined
  const texts = textsIn(fields, language)
  const handlingMessage = textOf(texts.handling_message)
  return {
    main,
    sub: textOf(fields.slug),
    ...nameOf(fields, language),
    description: textOf(texts.description) || textOf(fields.description),
    handlingMessage: handlingMessage || textOf(fields.handling_message),
    handlingLang: handlingMessage || language === 'nl' ? undefined : 'nl',
  }
}

type Fields = Readonly<Record<string, unknown>>

function textsIn({ translations }: Fields, language: ReportLanguage): Fields {
  return fieldsOf(fieldsOf(translations)[language])
}

function nameOf(fields: Fields, language: ReportLanguage): Pick<Subcategory, 'name' | 'lang'> {
  const texts = textsIn(fields, language)
  const translated = textOf(texts.public_name) || textOf(texts.name)
  if (translated) return { name: translated, lang: undefined }
  return {
    name: textOf(fields.public_name) || textOf(fields.name),
    lang: language === 'nl' ? undefined : 'nl',
  }
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

/** What a category that is told of by its slugs is called on the page; as it was told where it is not known. */
export function nameIn(
  categories: readonly MainCategory[],
  { name, main, sub, language }: CategoryKey & { readonly name: string; readonly language: ReportLanguage },
): Pick<Subcategory, 'name' | 'lang'> {
  const known = findSubcategory(categories, { main, sub })
  return known ?? { name, lang: language === 'nl' ? undefined : 'nl' }
}
