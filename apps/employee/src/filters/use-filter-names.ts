import { useMemo } from 'react'
import { useAreas, useCategories, useDepartments } from '../api/reference.ts'
import type { Category } from '../api/wire.ts'
import { useRights } from '../rights/use-rights.ts'
import type { FilterNames } from './describe-filters.ts'

export function isMainCategory(category: Category): boolean {
  return category._links['sia:parent'] === undefined
}

export function useFilterNames(): FilterNames {
  const categories = useCategories().data
  const areas = useAreas().data
  const departments = useDepartments().data
  const { user } = useRights()
  return useMemo(
    () => ({
      mainCategories: new Map(
        (categories ?? []).filter(isMainCategory).map(({ slug, name }) => [slug, name]),
      ),
      subCategories: new Map(
        (categories ?? [])
          .filter((category) => !isMainCategory(category))
          .map(({ slug, name }) => [slug, name]),
      ),
      categoriesById: new Map((categories ?? []).map(({ id, name }) => [String(id), name])),
      areas: new Map((areas ?? []).map(({ code, name }) => [code, name])),
      areaTypes: new Map((areas ?? []).map(({ type }) => [type.code, type.name])),
      departments: new Map((departments ?? []).map(({ code, name }) => [code, name])),
      myEmail: user?.email ?? '',
    }),
    [categories, areas, departments, user],
  )
}
