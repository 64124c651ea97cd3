import type { FilterChoices } from '@signalen/domain'
import type { Reference } from '../reference.ts'

/** Codes of neighbourhoods come from outside and are kept nowhere: any may be asked for. */
class EveryCode extends Set<string> {
  override has(): boolean {
    return true
  }
}

/** What filters may name. */
export function filterChoicesOf(reference: Reference): FilterChoices {
  const categories = [...reference.categories.values()]
  const mains = [...reference.mains.values()]
  return {
    areaCodes: reference.areaCodes,
    areaTypeCodes: reference.areaTypeCodes,
    neighbourhoodCodes: new EveryCode(),
    categoryIds: new Set([...reference.categories.keys(), ...reference.mains.keys()]),
    mainCategorySlugs: new Set(mains.map(({ slug }) => slug)),
    subCategorySlugs: new Set(categories.map(({ slug }) => slug)),
    departmentCodes: new Set(reference.departments.map(({ code }) => code)),
    sourceNames: new Set(reference.sources.map(({ name }) => name)),
  }
}
