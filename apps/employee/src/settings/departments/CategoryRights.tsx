import { Fragment } from 'react'
import type { CategoryBranch } from '../../filters/category-tree.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { CategoryRight } from './department-input.ts'

interface CategoryRightsProps {
  readonly tree: readonly CategoryBranch[]
  readonly rights: Readonly<Record<string, CategoryRight>>
  readonly onChange: (categoryId: string, right: CategoryRight) => void
}

const RIGHTS = ['none', 'view', 'responsible'] as const

/** For every category what the department has to do with it. */
export function CategoryRights({ tree, rights, onChange }: CategoryRightsProps) {
  const texts = useMessages().settings.departments
  return (
    <table className="rights-table">
      <caption className="signalen-visually-hidden">{texts.categories}</caption>
      <thead>
        <tr>
          <th scope="col">{texts.categories}</th>
          {RIGHTS.map((right) => (
            <th key={right} scope="col">
              {texts[right]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tree.map(({ main, subs }) => (
          <Fragment key={main.id}>
            <tr>
              <th scope="colgroup" colSpan={4} className="rights-table__group">
                {main.name}
              </th>
            </tr>
            {subs
              .filter(({ is_active }) => is_active)
              .map((sub) => (
                <tr key={sub.id}>
                  <th scope="row">{sub.name}</th>
                  {RIGHTS.map((right) => (
                    <td key={right}>
                      <input
                        type="radio"
                        name={`category-${sub.id}`}
                        aria-label={`${texts.forCategory(sub.name)}: ${texts[right]}`}
                        checked={(rights[sub.id] ?? 'none') === right}
                        onChange={() => onChange(String(sub.id), right)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  )
}
