import type { CategoryReference, Reference } from './reference.ts'

/** The part of a category's address that names it, on whatever host. */
const SUB_PATH =
  /^\/signals\/v1\/public\/terms\/categories\/([^/?#]+)\/sub_categories\/([^/?#]+)\/?(?:[?#].*)?$/
const MAIN_PATH = /^\/signals\/v1\/public\/terms\/categories\/[^/?#]+\/?(?:[?#].*)?$/

export const NO_SUCH_CATEGORY = 'Ongeldige hyperlink - Object bestaat niet.'
export const NO_SUB_CATEGORY = 'Ongeldige hyperlink - Ongeldige URL'
export const NO_CATEGORY_ADDRESS = 'Ongeldige hyperlink - Geen overeenkomende URL.'

export type FoundCategory =
  | { readonly found: true; readonly category: CategoryReference }
  | { readonly found: false; readonly message: string }

/** The subcategory at an address; inactive ones too, as forms may still hold their address. */
export function findCategoryByAddress(reference: Reference, address: string): FoundCategory {
  const path = address.trim().replace(/^https?:\/\/[^/?#]*/i, '')
  const [, main, sub] = SUB_PATH.exec(path) ?? []
  if (main === undefined || sub === undefined) {
    return { found: false, message: MAIN_PATH.test(path) ? NO_SUB_CATEGORY : NO_CATEGORY_ADDRESS }
  }
  const category = findCategoryBySlugs(reference, decode(main), decode(sub))
  return category ? { found: true, category } : { found: false, message: NO_SUCH_CATEGORY }
}

export function findCategoryBySlugs(
  reference: Reference,
  main: string,
  sub: string,
): CategoryReference | undefined {
  for (const category of reference.categories.values()) {
    if (category.slug === sub && category.main.slug === main) return category
  }
  return undefined
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
