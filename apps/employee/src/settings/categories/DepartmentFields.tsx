import { useDepartments } from '../../api/reference.ts'
import { useMessages } from '../../language/language-context.tsx'
import type { CategoryRight } from '../departments/department-input.ts'

interface DepartmentFieldsProps {
  /** By id of the department. */
  readonly rights: Readonly<Record<string, CategoryRight>>
  readonly error: string | undefined
  readonly onChange: (rights: Readonly<Record<string, CategoryRight>>) => void
}

const RIGHTS = ['none', 'view', 'responsible'] as const

/** What each department has to do with the category. */
export function DepartmentFields({ rights, error, onChange }: DepartmentFieldsProps) {
  const texts = useMessages().settings.departments
  const departments = useDepartments().data ?? []
  return (
    <div>
      {error && <p className="question-card__faults">{error}</p>}
      <table className="rights-table">
        <caption className="signalen-visually-hidden">{texts.title}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.title}</th>
            {RIGHTS.map((right) => (
              <th key={right} scope="col">
                {texts[right]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {departments.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {RIGHTS.map((right) => (
                <td key={right}>
                  <input
                    type="radio"
                    name={`department-${id}`}
                    aria-label={`${name}: ${texts[right]}`}
                    checked={(rights[id] ?? 'none') === right}
                    onChange={() => onChange({ ...rights, [id]: right })}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
