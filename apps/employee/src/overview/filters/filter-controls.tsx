import {
  CONTACT_DETAILS,
  FEEDBACK_FILTERS,
  KIND_FILTERS,
  OPEN_STATUS_CODES,
  PRIORITIES,
  PUNCTUALITY_FILTERS,
  type SignalFilterName,
  STATUS_CODES,
  TYPE_CODES,
} from '@signalen/domain'
import type { ReactNode } from 'react'
import { AssigneeFilter } from './AssigneeFilter.tsx'
import { CategoryFilter } from './CategoryFilter.tsx'
import { CauseFilter } from './CauseFilter.tsx'
import { LabelledChoices, LabelledSingle, YesNoFilter } from './ChoicesFilter.tsx'
import type { FilterFieldProps } from './FilterFields.tsx'
import {
  AreaFilter,
  AreaTypeFilter,
  CategoryIdFilter,
  DepartmentFilter,
  DirectingFilter,
  DistrictFilter,
  SourceFilter,
} from './municipality-filters.tsx'
import { DayFilter, DrawnAreaFilter, TextFilter } from './TextFilter.tsx'

type Control = (props: FilterFieldProps) => ReactNode

/** Open ones first: they are what is looked for most. */
const STATUSES = [...OPEN_STATUS_CODES, ...STATUS_CODES.filter((code) => !OPEN_STATUS_CODES.includes(code))]

const text = (name: 'address_text' | 'buurt_code' | 'note_keyword'): Control => {
  return (props) => <TextFilter {...props} name={name} />
}
const day = (name: Parameters<typeof DayFilter>[0]['name']): Control => {
  return (props) => <DayFilter {...props} name={name} />
}

/** How each filter of the API is chosen. */
export const FILTER_CONTROLS: Readonly<Record<SignalFilterName, Control>> = {
  status: (props) => <LabelledChoices {...props} name="status" labels="status" codes={STATUSES} />,
  assigned_user_email: (props) => <AssigneeFilter {...props} />,
  routing_department_code: (props) => <DepartmentFilter {...props} />,
  directing_department: (props) => <DirectingFilter {...props} />,
  punctuality: (props) => (
    <LabelledSingle {...props} name="punctuality" labels="punctuality" codes={PUNCTUALITY_FILTERS} />
  ),
  priority: (props) => (
    <LabelledChoices {...props} name="priority" labels="priority" codes={[...PRIORITIES].reverse()} />
  ),
  category_slug: (props) => <CategoryFilter {...props} />,
  // Chosen in the tree of categories as well.
  maincategory_slug: () => null,
  category_id: (props) => <CategoryIdFilter {...props} />,
  type: (props) => <LabelledChoices {...props} name="type" labels="type" codes={TYPE_CODES} />,
  source: (props) => <SourceFilter {...props} />,
  address_text: text('address_text'),
  area_code: (props) => <AreaFilter {...props} />,
  area_type_code: (props) => <AreaTypeFilter {...props} />,
  buurt_code: text('buurt_code'),
  stadsdeel: (props) => <DistrictFilter {...props} />,
  within: (props) => <DrawnAreaFilter {...props} />,
  created_after: day('created_after'),
  created_before: day('created_before'),
  updated_after: day('updated_after'),
  updated_before: day('updated_before'),
  incident_date: day('incident_date'),
  incident_date_before: day('incident_date_before'),
  incident_date_after: day('incident_date_after'),
  contact_details: (props) => (
    <LabelledChoices {...props} name="contact_details" labels="contact" codes={CONTACT_DETAILS} />
  ),
  reporter_email: (props) => <TextFilter {...props} name="reporter_email" type="email" />,
  feedback: (props) => (
    <LabelledSingle {...props} name="feedback" labels="feedback" codes={FEEDBACK_FILTERS} />
  ),
  id: (props) => <TextFilter {...props} name="id" type="number" />,
  cause: (props) => <CauseFilter {...props} />,
  kind: (props) => <LabelledChoices {...props} name="kind" labels="kind" codes={KIND_FILTERS} />,
  has_changed_children: (props) => <YesNoFilter {...props} name="has_changed_children" />,
  note_keyword: text('note_keyword'),
}
