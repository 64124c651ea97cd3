import { CheckboxField } from '@signalen/ui'
import { useMemo, useState } from 'react'
import type { Category } from '../../api/wire.ts'
import { toCategoryTree } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import { toggle } from '../toggle.ts'

interface TextCategoriesProps {
  readonly categories: readonly Category[]
  readonly chosen: readonly number[]
  readonly onChange: (chosen: readonly number[]) => void
}

/** For which subcategories a text is offered; a whole main category at once. */
export function TextCategories({ categories, chosen, onChange }: TextCategoriesProps) {
  const { settings, filters } = useMessages()
  const texts = settings.texts
  const [find, setFind] = useState('')
  const tree = useMemo(() => toCategoryTree(categories), [categories])
  const wanted = find.trim().toLowerCase()
  return (
    <fieldset className="signalen-fieldset choices-filter">
      <legend className="signalen-fieldset__legend">{texts.categories}</legend>
      <input
        type="search"
        className="utrecht-textbox utrecht-textbox--html-input choices-filter__find"
        aria-label={texts.findCategory}
        placeholder={texts.findCategory}
        value={find}
        onChange={(event) => setFind(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <div className="category-tree">
        {tree.map(({ main, subs }) => {
          const shown = subs.filter(({ name }) => `${main.name} ${name}`.toLowerCase().includes(wanted))
          if (shown.length === 0) return null
          const ids = subs.map(({ id }) => id)
          const count = ids.filter((id) => chosen.includes(id)).length
          return (
            <details key={main.id} className="category-tree__branch" open={wanted !== '' || undefined}>
              <summary className="category-tree__summary">
                {main.name}
                {count > 0 && <span className="filter-group__count">{filters.chosen(count)}</span>}
              </summary>
              <CheckboxField
                id={`text-main-${main.id}`}
                name="main"
                label={texts.allOf(main.name)}
                checked={count === ids.length}
                onChange={(event) => onChange(withAll(chosen, ids, event.target.checked))}
              />
              {shown.map(({ id, name }) => (
                <CheckboxField
                  key={id}
                  id={`text-category-${id}`}
                  name="categories"
                  label={name}
                  checked={chosen.includes(id)}
                  onChange={() => onChange(toggle(chosen, id))}
                />
              ))}
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}

function withAll(chosen: readonly number[], ids: readonly number[], isChosen: boolean): number[] {
  const others = chosen.filter((id) => !ids.includes(id))
  return isChosen ? [...others, ...ids] : others
}
