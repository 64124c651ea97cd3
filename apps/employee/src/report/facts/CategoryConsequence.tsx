import { Alert } from '@signalen/ui'
import type { Category } from '../../api/wire.ts'
import { useMessages } from '../../language/language-context.tsx'
import { useRights } from '../../rights/use-rights.ts'

interface CategoryConsequenceProps {
  readonly category: Category
  readonly isElsewhere: boolean
}

/** Who gets it, how long they have, and whether one sees it any more. */
export function CategoryConsequence({ category, isElsewhere }: CategoryConsequenceProps) {
  const { forms } = useMessages()
  const { user, has } = useRights()
  const texts = forms.category
  const responsible = category.departments.filter(({ is_responsible }) => is_responsible)
  const canStillSee =
    has('sia_can_view_all_categories') ||
    category.departments.some(
      ({ name, can_view, is_responsible }) =>
        (can_view || is_responsible) && user?.profile.departments.includes(name),
    )
  return (
    <Alert kind={canStillSee ? 'info' : 'warning'} role="status" title={texts.consequence} titleLevel={3}>
      <ul className="consequences">
        <li>{describeDepartment()}</li>
        <li>
          {category.sla.n_days === null
            ? texts.noTerm
            : texts.term(category.sla.n_days, category.sla.use_calendar_days ?? false)}
        </li>
        {category.handling_message && <li>“{category.handling_message}”</li>}
        {!canStillSee && <li>{texts.outOfSight}</li>}
      </ul>
    </Alert>
  )
  function describeDepartment(): string {
    if (responsible.length === 0) return texts.noDepartment
    return isElsewhere
      ? texts.department(responsible.map(({ name }) => name).join(', '))
      : texts.sameDepartment
  }
}
