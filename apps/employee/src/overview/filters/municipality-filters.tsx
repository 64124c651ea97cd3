import { DISTRICTS } from '@signalen/domain'
import { useMemo } from 'react'
import { useAreas, useCategories, useDepartments, useSources } from '../../api/reference.ts'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { ChoicesFilter, SingleFilter } from './ChoicesFilter.tsx'
import type { FilterFieldProps } from './FilterFields.tsx'

/** Filters of which the municipality has the choices. One that it has nothing for is not there. */

const toChoice = ({ code, name }: { readonly code: string; readonly name: string }) => ({
  value: code,
  label: name,
})

export function DepartmentFilter(props: FilterFieldProps) {
  const { none } = useMessages().filters
  const departments = useDepartments().data ?? []
  return (
    <ChoicesFilter
      {...props}
      name="routing_department_code"
      choices={[{ value: 'null', label: none.routing_department_code }, ...departments.map(toChoice)]}
    />
  )
}

export function DirectingFilter(props: FilterFieldProps) {
  const { none } = useMessages().filters
  const directing = (useDepartments().data ?? []).filter(({ can_direct }) => can_direct)
  if (directing.length === 0) return null
  return (
    <ChoicesFilter
      {...props}
      name="directing_department"
      choices={[{ value: 'null', label: none.directing_department }, ...directing.map(toChoice)]}
    />
  )
}

export function SourceFilter(props: FilterFieldProps) {
  const sources = useSources().data ?? []
  return (
    <ChoicesFilter
      {...props}
      name="source"
      choices={sources.map(({ name, description }) => ({ value: name, label: description || name }))}
    />
  )
}

export function AreaFilter(props: FilterFieldProps) {
  const { none } = useMessages().filters
  const areas = useAreas().data ?? []
  if (areas.length === 0) return null
  return (
    <ChoicesFilter
      {...props}
      name="area_code"
      choices={[
        { value: 'null', label: none.area_code },
        ...areas.map(({ code, name, type }) => ({
          value: code,
          label: `${name} (${type.name.toLowerCase()})`,
        })),
      ]}
    />
  )
}

export function AreaTypeFilter(props: FilterFieldProps) {
  const { none } = useMessages().filters
  const areas = useAreas().data ?? []
  const types = new Map(areas.map(({ type }) => [type.code, type.name]))
  if (types.size === 0) return null
  return (
    <SingleFilter
      {...props}
      name="area_type_code"
      choices={[
        { value: 'null', label: none.area_type_code },
        ...[...types].map(([code, name]) => toChoice({ code, name })),
      ]}
    />
  )
}

/** The districts that the API knows. */
export function DistrictFilter(props: FilterFieldProps) {
  const { none } = useMessages().filters
  return (
    <ChoicesFilter
      {...props}
      name="stadsdeel"
      choices={[
        { value: 'null', label: none.stadsdeel },
        ...Object.entries(DISTRICTS).map(([code, name]) => toChoice({ code, name })),
      ]}
    />
  )
}

/** Two categories may be called alike under different main categories: this one tells them apart. */
export function CategoryIdFilter(props: FilterFieldProps) {
  const categories = useCategories().data
  const choices = useMemo(
    () =>
      toCategoryTree(categories ?? []).flatMap(({ main, subs }) => [
        { value: String(main.id), label: main.name },
        ...subs.map((sub) => ({ value: String(sub.id), label: `${main.name} › ${sub.name}` })),
      ]),
    [categories],
  )
  return <ChoicesFilter {...props} name="category_id" choices={choices} />
}
