import { DISTRICTS, SIGNAL_FILTER_NAMES, type SignalFilterName } from '@signalen/domain'
import type { Language } from '@signalen/ui'
import { formatDate } from '../language/dates.ts'
import type { Messages } from '../messages/nl.ts'
import type { Filters } from './list-query.ts'

/** The names of what a municipality has, by the codes in which filters speak of it. */
export interface FilterNames {
  readonly mainCategories: ReadonlyMap<string, string>
  readonly subCategories: ReadonlyMap<string, string>
  readonly categoriesById: ReadonlyMap<string, string>
  readonly areas: ReadonlyMap<string, string>
  readonly areaTypes: ReadonlyMap<string, string>
  readonly departments: ReadonlyMap<string, string>
  readonly myEmail: string
}

export interface Chip {
  readonly name: SignalFilterName
  readonly value: string
  readonly label: string
}

interface Wording {
  readonly names: FilterNames
  readonly messages: Messages
  readonly language: Language
}

/** Every value that is filtered on, in words, in the order of the filters. */
export function describeFilters(filters: Filters, wording: Wording): Chip[] {
  return SIGNAL_FILTER_NAMES.flatMap((name) =>
    (filters[name] ?? []).map((value) => ({ name, value, label: describeValue(name, value, wording) })),
  )
}

function describeValue(name: SignalFilterName, value: string, wording: Wording): string {
  const { labels, filters } = wording.messages
  const text = (found: string | undefined) => found ?? value
  switch (name) {
    case 'status':
      return text(find(labels.status, value))
    case 'priority':
      return `${filters.names.priority}: ${text(find(labels.priority, value)).toLowerCase()}`
    case 'type':
      return text(find(labels.type, value))
    case 'contact_details':
      return text(find(labels.contact, value))
    case 'feedback':
      return text(find(labels.feedback, value))
    case 'kind':
      return text(find(labels.kind, value))
    case 'punctuality':
      return text(find(labels.punctuality, value))
    case 'has_changed_children':
      return `${filters.names[name]}: ${isTrue(value) ? labels.yes.toLowerCase() : labels.no.toLowerCase()}`
    case 'assigned_user_email':
      return `${filters.names[name]}: ${describeAssignee(value, wording)}`
    default:
      return describeOfMunicipality(name, value, wording)
  }
}

function describeOfMunicipality(
  name: SignalFilterName,
  value: string,
  { names, messages, language }: Wording,
) {
  const { filters } = messages
  switch (name) {
    case 'maincategory_slug':
      return filters.wholeMain(names.mainCategories.get(value) ?? value)
    case 'category_slug':
      return names.subCategories.get(value) ?? value
    case 'category_id':
      return names.categoriesById.get(value) ?? value
    case 'area_code':
      return value === 'null' ? filters.none[name] : (names.areas.get(value) ?? value)
    case 'area_type_code':
      return value === 'null'
        ? filters.none[name]
        : `${filters.names[name]}: ${names.areaTypes.get(value) ?? value}`
    case 'stadsdeel':
      return value === 'null'
        ? filters.none[name]
        : `${filters.names[name]}: ${find(DISTRICTS, value) ?? value}`
    case 'routing_department_code':
      return value === 'null' ? filters.none[name] : (names.departments.get(value) ?? value)
    case 'directing_department':
      return value === 'null'
        ? filters.none[name]
        : `${filters.names[name]}: ${names.departments.get(value) ?? value}`
    case 'created_after':
    case 'created_before':
    case 'updated_after':
    case 'updated_before':
    case 'incident_date':
    case 'incident_date_after':
    case 'incident_date_before':
      return `${filters.names[name]} ${describeMoment(value, language)}`
    case 'source':
      return value
    case 'cause':
      return value === 'null' ? filters.none.cause : `${filters.names.cause}: ${value}`
    case 'within':
      return filters.names.within
    default:
      return `${filters.names[name]}: ${value}`
  }
}

function describeAssignee(value: string, { names, messages }: Wording): string {
  if (value === 'null') return messages.filters.nobody.toLowerCase()
  return value.toLowerCase() === names.myEmail.toLowerCase() ? messages.filters.me.toLowerCase() : value
}

function describeMoment(value: string, language: Language): string {
  const date = new Date(value.length === 10 ? `${value}T12:00:00Z` : value)
  return Number.isNaN(date.getTime()) ? value : formatDate(date.toISOString(), language)
}

function isTrue(value: string): boolean {
  return value === '1' || value.toLowerCase() === 'true'
}

function find(labels: Readonly<Record<string, string>>, value: string): string | undefined {
  return Object.hasOwn(labels, value) ? labels[value] : undefined
}
