import { OPEN_STATUS_CODES, PRIORITIES, STATUS_CODES, TYPE_CODES } from '@signalen/domain'
import { useAreas, useDepartments, useSources } from '../../api/reference.ts'
import type { Filters } from '../../filters/list-query.ts'
import { useMessages } from '../../language/language-context.tsx'
import { AssigneeFilter } from './AssigneeFilter.tsx'
import { CategoryFilter } from './CategoryFilter.tsx'
import { CauseFilter } from './CauseFilter.tsx'
import { ChoicesFilter, SingleFilter } from './ChoicesFilter.tsx'
import { FilterGroup } from './FilterGroup.tsx'
import { DayFilter, TextFilter } from './TextFilter.tsx'

export interface FilterFieldProps {
  readonly filters: Filters
  readonly onChange: (filters: Filters) => void
}

/** Open ones first: they are what is looked for most. */
const STATUSES = [...OPEN_STATUS_CODES, ...STATUS_CODES.filter((code) => !OPEN_STATUS_CODES.includes(code))]

export function FilterFields(props: FilterFieldProps) {
  const { filters: texts, labels } = useMessages()
  return (
    <>
      <FilterGroup
        title={texts.groups.work}
        names={[
          'status',
          'priority',
          'punctuality',
          'assigned_user_email',
          'routing_department_code',
          'directing_department',
        ]}
        {...props}
        isOpen
      >
        <ChoicesFilter {...props} name="status" choices={toChoices(STATUSES, labels.status)} />
        <AssigneeFilter {...props} />
        <DepartmentFilters {...props} />
        <SingleFilter
          {...props}
          name="punctuality"
          choices={toChoices(['on_time', 'late', 'late_factor_3', 'null'], labels.punctuality)}
        />
        <ChoicesFilter
          {...props}
          name="priority"
          choices={toChoices([...PRIORITIES].reverse(), labels.priority)}
        />
      </FilterGroup>
      <FilterGroup
        title={texts.groups.what}
        names={['category_slug', 'maincategory_slug', 'type', 'source']}
        {...props}
      >
        <CategoryFilter {...props} />
        <ChoicesFilter {...props} name="type" choices={toChoices(TYPE_CODES, labels.type)} />
        <SourceFilter {...props} />
      </FilterGroup>
      <FilterGroup title={texts.groups.where} names={['address_text', 'area_code', 'within']} {...props}>
        <TextFilter {...props} name="address_text" />
        <AreaFilter {...props} />
      </FilterGroup>
      <FilterGroup
        title={texts.groups.when}
        names={['created_after', 'created_before', 'updated_after', 'updated_before', 'incident_date']}
        {...props}
      >
        <DayFilter {...props} name="created_after" />
        <DayFilter {...props} name="created_before" />
        <DayFilter {...props} name="updated_after" />
        <DayFilter {...props} name="updated_before" />
        <DayFilter {...props} name="incident_date" />
      </FilterGroup>
      <FilterGroup
        title={texts.groups.who}
        names={['contact_details', 'reporter_email', 'feedback']}
        {...props}
      >
        <ChoicesFilter
          {...props}
          name="contact_details"
          choices={toChoices(['email', 'phone', 'none'], labels.contact)}
        />
        <TextFilter {...props} name="reporter_email" type="email" />
        <SingleFilter
          {...props}
          name="feedback"
          choices={toChoices(['satisfied', 'not_satisfied', 'not_received'], labels.feedback)}
        />
      </FilterGroup>
      <FilterGroup
        title={texts.groups.more}
        names={['cause', 'kind', 'has_changed_children', 'note_keyword']}
        {...props}
      >
        <CauseFilter {...props} />
        <ChoicesFilter
          {...props}
          name="kind"
          choices={toChoices(['signal', 'parent_signal', 'child_signal'], labels.kind)}
        />
        <SingleFilter
          {...props}
          name="has_changed_children"
          choices={[
            { value: 'true', label: labels.yes },
            { value: 'false', label: labels.no },
          ]}
        />
        <TextFilter {...props} name="note_keyword" />
      </FilterGroup>
    </>
  )
}

function toChoices<Code extends string>(codes: readonly Code[], names: { readonly [Key in Code]: string }) {
  return codes.map((code) => ({ value: code as string, label: names[code] as string }))
}

function DepartmentFilters(props: FilterFieldProps) {
  const { none } = useMessages().filters
  const departments = useDepartments().data ?? []
  const toChoice = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name })
  const directing = departments.filter(({ can_direct }) => can_direct)
  return (
    <>
      <ChoicesFilter
        {...props}
        name="routing_department_code"
        choices={[{ value: 'null', label: none.routing_department_code }, ...departments.map(toChoice)]}
      />
      {directing.length > 0 && (
        <ChoicesFilter
          {...props}
          name="directing_department"
          choices={[{ value: 'null', label: none.directing_department }, ...directing.map(toChoice)]}
        />
      )}
    </>
  )
}

function SourceFilter(props: FilterFieldProps) {
  const sources = useSources().data ?? []
  return (
    <ChoicesFilter
      {...props}
      name="source"
      choices={sources.map(({ name, description }) => ({ value: name, label: description || name }))}
    />
  )
}

function AreaFilter(props: FilterFieldProps) {
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
