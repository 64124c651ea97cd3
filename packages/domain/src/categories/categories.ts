import { accept, type Decision, refuse } from '../refusal.ts'

/** `Grofvuil (Afval)`, or the name alone for a main category. */
export function displayCategory(category: {
  readonly name: string
  readonly parentName: string | null
}): string {
  return category.parentName === null ? category.name : `${category.name} (${category.parentName})`
}

/** `STW (Stadswerken)` */
export function displayDepartment(department: { readonly code: string; readonly name: string }): string {
  return `${department.code} (${department.name})`
}

/** The name that residents see. */
export function findPublicCategoryName(category: {
  readonly name: string
  readonly publicName: string | null
}): string {
  return category.publicName || category.name
}

const ONLY_SETTING = 'show_children_in_filter'

/**
 * Whether these settings may be kept with a category: a category with sub categories has the one setting
 * that there is, any other has none.
 */
export function decideCategoryConfiguration(configuration: unknown, hasChildren: boolean): Decision<unknown> {
  if (configuration === null || configuration === undefined) return accept(null)
  const fields =
    typeof configuration === 'object' && !Array.isArray(configuration) ? configuration : undefined
  if (fields === undefined) return refuseConfiguration(`Only "${ONLY_SETTING}" is allowed`)
  const settings = new Map(Object.entries(fields))
  if (settings.size === 0) return accept(configuration)
  if (!hasChildren) {
    return refuseConfiguration('No additional configuration allowed for child categories')
  }
  if (!settings.has(ONLY_SETTING)) {
    return refuseConfiguration(`The "${ONLY_SETTING}" is required for parent categories`)
  }
  if (typeof settings.get(ONLY_SETTING) !== 'boolean') {
    return refuseConfiguration(`Value of "${ONLY_SETTING}" is not a valid boolean`)
  }
  return settings.size === 1
    ? accept(configuration)
    : refuseConfiguration(`Only "${ONLY_SETTING}" is allowed`)
}

function refuseConfiguration(message: string) {
  return refuse({ configuration: [message] })
}

/** A name as part of an address, different from those beside it: `veeg-zwerfvuil`, `overig-2`. */
export function createSlug(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[-\s]+/g, '-')
    .replace(/^[-_]+|[-_]+$/g, '')
  const slug = plain || 'categorie'
  if (!taken.has(slug)) return slug
  let number = 2
  while (taken.has(`${slug}-${number}`)) number++
  return `${slug}-${number}`
}
