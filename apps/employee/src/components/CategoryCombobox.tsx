import { useMemo } from 'react'
import { useCategories } from '../api/reference.ts'
import type { Category } from '../api/wire.ts'
import { responsibleCodes, toCategoryTree } from '../filters/category-tree.ts'
import { Combobox, type ComboboxProps } from './Combobox.tsx'

type CategoryComboboxProps = Omit<ComboboxProps, 'options' | 'value' | 'onChange'> & {
  /** Its id, as text; nothing is ''. */
  readonly value: string
  readonly onChange: (id: string, category: Category | undefined) => void
}

/** Subcategories that can be chosen, each with its main category and who handles it. */
export function CategoryCombobox({ onChange, ...props }: CategoryComboboxProps) {
  const categories = useCategories().data
  const options = useMemo(
    () =>
      toCategoryTree(categories ?? []).flatMap(({ main, subs }) =>
        subs
          .filter((sub) => sub.is_active && main.is_active)
          .map((sub) => ({
            value: String(sub.id),
            label: sub.name,
            words: sub.description ?? '',
            group: [main.name, responsibleCodes(sub).join(', ')].filter(Boolean).join(' · '),
          })),
      ),
    [categories],
  )
  return (
    <Combobox
      {...props}
      options={options}
      onChange={(id) =>
        onChange(
          id,
          categories?.find((category) => String(category.id) === id),
        )
      }
    />
  )
}
