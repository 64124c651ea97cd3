import { PRIORITIES, TYPE_CODES } from '../signals/labels.ts'
import { DISTRICT_CODES } from '../signals/place.ts'
import { STATUS_CODES } from '../status/states.ts'

/** What a municipality has, of which filters may name only what exists. */
export interface FilterChoices {
  readonly areaCodes: ReadonlySet<string>
  readonly areaTypeCodes: ReadonlySet<string>
  readonly neighbourhoodCodes: ReadonlySet<string>
  readonly categoryIds: ReadonlySet<number>
  readonly mainCategorySlugs: ReadonlySet<string>
  readonly subCategorySlugs: ReadonlySet<string>
  readonly departmentCodes: ReadonlySet<string>
  readonly sourceNames: ReadonlySet<string>
}

export type FilterField =
  | { readonly kind: 'number' | 'text' | 'moment' | 'date' | 'polygon' }
  | {
      readonly kind: 'choice'
      /** Repeatable: one of the values is enough. */
      readonly isMultiple: boolean
      readonly choices: readonly string[] | keyof FilterChoices
      /** `null` asks for signals that have none. */
      readonly orNone: boolean
    }

export const CONTACT_DETAILS = ['none', 'email', 'phone'] as const
export const FEEDBACK_FILTERS = ['satisfied', 'not_satisfied', 'not_received'] as const
export const KIND_FILTERS = ['signal', 'parent_signal', 'child_signal', 'exclude_parent_signal'] as const
export const PUNCTUALITY_FILTERS = ['on_time', 'late', 'late_factor_3', 'null'] as const
const BOOLEANS = ['true', 'True', '1', 'false', 'False', '0']

/** Every filter on a list of signals, by the name of its query parameter. */
export const SIGNAL_FILTER_FIELDS = {
  id: { kind: 'number' },
  address_text: { kind: 'text' },
  area_code: oneOrMore('areaCodes', { orNone: true }),
  area_type_code: { kind: 'choice', isMultiple: false, choices: 'areaTypeCodes', orNone: true },
  buurt_code: oneOrMore('neighbourhoodCodes', { orNone: true }),
  stadsdeel: oneOrMore(DISTRICT_CODES, { orNone: true }),
  within: { kind: 'polygon' },
  cause: { kind: 'text' },
  category_id: oneOrMore('categoryIds'),
  maincategory_slug: oneOrMore('mainCategorySlugs'),
  category_slug: oneOrMore('subCategorySlugs'),
  contact_details: oneOrMore(CONTACT_DETAILS),
  created_before: { kind: 'moment' },
  created_after: { kind: 'moment' },
  updated_before: { kind: 'moment' },
  updated_after: { kind: 'moment' },
  incident_date: { kind: 'date' },
  incident_date_before: { kind: 'date' },
  incident_date_after: { kind: 'date' },
  directing_department: oneOrMore('departmentCodes', { orNone: true }),
  routing_department_code: oneOrMore('departmentCodes', { orNone: true }),
  feedback: { kind: 'choice', isMultiple: false, choices: FEEDBACK_FILTERS, orNone: false },
  has_changed_children: oneOrMore(BOOLEANS),
  kind: oneOrMore(KIND_FILTERS),
  note_keyword: { kind: 'text' },
  priority: oneOrMore(PRIORITIES),
  source: oneOrMore('sourceNames'),
  status: oneOrMore(STATUS_CODES),
  type: oneOrMore(TYPE_CODES),
  assigned_user_email: { kind: 'text' },
  reporter_email: { kind: 'text' },
  punctuality: { kind: 'choice', isMultiple: false, choices: PUNCTUALITY_FILTERS, orNone: false },
} as const satisfies Record<string, FilterField>

export type SignalFilterName = keyof typeof SIGNAL_FILTER_FIELDS

export const SIGNAL_FILTER_NAMES = Object.keys(SIGNAL_FILTER_FIELDS) as readonly SignalFilterName[]

export function isSignalFilterName(name: string): name is SignalFilterName {
  return Object.hasOwn(SIGNAL_FILTER_FIELDS, name)
}

function oneOrMore(
  choices: readonly string[] | keyof FilterChoices,
  { orNone = false }: { readonly orNone?: boolean } = {},
): Extract<FilterField, { kind: 'choice' }> {
  return { kind: 'choice', isMultiple: true, choices, orNone }
}
