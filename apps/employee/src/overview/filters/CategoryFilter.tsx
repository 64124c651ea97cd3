import { CheckboxField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import { useCategories } from '../../api/reference.ts'
import { type CategoryBranch, toCategoryTree } from '../../filters/category-tree.ts'
import { type Filters, setFilter, toggleValue } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { FilterFieldProps } from './FilterFields.tsx'
import { useCounted } from './facet-counts.tsx'

/** Main categories as a whole, or some of their subcategories. */
export function CategoryFilter({ filters, onChange }: FilterFieldProps) {
  const texts = useMessages().filters
  const categories = useCategories().data
  const tree = useMemo(() => toCategoryTree(categories ?? []), [categories])
  const [find, setFind] = useState('')
  const wanted = find.trim().toLowerCase()
  return (
    <fieldset className="signalen-fieldset choices-filter">
      <legend className="signalen-fieldset__legend">{texts.names.category_slug}</legend>
      <input
        type="search"
        className="utrecht-textbox utrecht-textbox--html-input choices-filter__find"
        aria-label={texts.find(texts.names.category_slug)}
        placeholder={texts.find(texts.names.category_slug)}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="category-tree">
        {tree.map((branch) => (
          <Branch
            key={branch.main.id}
            branch={branch}
            wanted={wanted}
            filters={filters}
            onChange={onChange}
          />
        ))}
      </div>
    </fieldset>
  )
}

interface BranchProps extends FilterFieldProps {
  readonly branch: CategoryBranch
  readonly wanted: string
}

function Branch({ branch: { main, subs }, wanted, filters, onChange }: BranchProps) {
  const texts = useMessages().filters
  const countedMain = useCounted('maincategory_slug')
  const countedSub = useCounted('category_slug')
  const isMainWanted = main.name.toLowerCase().includes(wanted)
  const chosen = filters.category_slug ?? []
  const shown = subs.filter((sub) => isMainWanted || sub.name.toLowerCase().includes(wanted))
  const chosenCount = subs.filter((sub) => chosen.includes(sub.slug)).length
  const isWhole = filters.maincategory_slug?.includes(main.slug) ?? false
  if (shown.length === 0 && !isMainWanted) return null
  return (
    <details className="category-tree__branch" open={wanted !== '' || undefined}>
      <summary className="category-tree__summary">
        {countedMain(main.name, main.slug)}
        {(isWhole || chosenCount > 0) && (
          <span className="filter-group__count">{isWhole ? texts.all : texts.chosen(chosenCount)}</span>
        )}
      </summary>
      <CheckboxField
        id={`filter-main-${main.id}`}
        name="maincategory_slug"
        label={texts.wholeMain(main.name)}
        checked={isWhole}
        onChange={() =>
          onChange(
            toggleValue(
              withoutSubs(
                filters,
                subs.map(({ slug }) => slug),
              ),
              'maincategory_slug',
              main.slug,
            ),
          )
        }
      />
      {!isWhole &&
        shown.map((sub) => (
          <CheckboxField
            key={sub.id}
            id={`filter-sub-${sub.id}`}
            name="category_slug"
            label={countedSub(sub.name, sub.slug)}
            checked={chosen.includes(sub.slug)}
            onChange={() => onChange(toggleValue(filters, 'category_slug', sub.slug))}
          />
        ))}
    </details>
  )
}

/** A main category as a whole holds its parts already. */
function withoutSubs(filters: Filters, slugs: readonly string[]): Filters {
  const rest = (filters.category_slug ?? []).filter((slug) => !slugs.includes(slug))
  return setFilter(filters, 'category_slug', rest)
}
