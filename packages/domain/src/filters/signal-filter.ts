import { accept, type Decision, refuse } from '../refusal.ts'
import { isPriority, isTypeCode, type Priority, type TypeCode } from '../signals/labels.ts'
import { isStatusCode, type StatusCode } from '../status/states.ts'
import {
  CONTACT_DETAILS,
  type FEEDBACK_FILTERS,
  type FilterChoices,
  type KIND_FILTERS,
  type PUNCTUALITY_FILTERS,
  SIGNAL_FILTER_FIELDS,
  SIGNAL_FILTER_NAMES,
  type SignalFilterName,
} from './filter-fields.ts'
import { NONE, readFilterField } from './read-field.ts'

/** One of the values, or none at all where `orNone`. */
export interface OneOf {
  readonly values: readonly string[]
  readonly orNone: boolean
}

export type ContactDetail = (typeof CONTACT_DETAILS)[number]
export type FeedbackFilter = (typeof FEEDBACK_FILTERS)[number]
export type KindFilter = (typeof KIND_FILTERS)[number]
export type PunctualityFilter = Exclude<(typeof PUNCTUALITY_FILTERS)[number], 'null'> | 'none'

/**
 * What a list of signals is narrowed to. What is absent does not narrow; what is present must hold, all
 * of it. Choices that together cover everything have been left out.
 */
export interface SignalFilter {
  readonly id?: number
  readonly addressText?: string
  readonly areaCode?: OneOf
  readonly areaTypeCode?: OneOf
  readonly neighbourhoodCode?: OneOf
  readonly district?: OneOf
  /** A drawn area, as `parsePolygon` knows it. */
  readonly within?: string
  /** `null` is of no known cause. */
  readonly cause?: string | null
  /** Current category, main or sub. */
  readonly categoryIds?: readonly number[]
  /** Current category by slug: of a main category, or of a sub category; either is enough. */
  readonly categorySlugs?: { readonly main: readonly string[]; readonly sub: readonly string[] }
  readonly contactDetails?: readonly ContactDetail[]
  /** Moments in UTC to the microsecond, the moment itself included. */
  readonly createdUntil?: string
  readonly createdFrom?: string
  readonly updatedUntil?: string
  readonly updatedFrom?: string
  /** Local dates, the day itself included. */
  readonly incidentDate?: string
  readonly incidentFrom?: string
  readonly incidentUntil?: string
  /** Of parents only; `orNone` is a parent that no department directs. */
  readonly directingDepartment?: OneOf
  readonly routingDepartment?: OneOf
  readonly feedback?: FeedbackFilter
  /** Of parents: whether a child changed after it; `either` is any parent. */
  readonly changedChildren?: 'yes' | 'no' | 'either'
  readonly kinds?: readonly KindFilter[]
  readonly noteKeyword?: string
  readonly priorities?: readonly Priority[]
  readonly sources?: readonly string[]
  readonly statuses?: readonly StatusCode[]
  readonly types?: readonly TypeCode[]
  /** `null` is unassigned. */
  readonly assignedUserEmail?: string | null
  readonly reporterEmail?: string
  /** Of open signals; `none` is without a deadline. */
  readonly punctuality?: PunctualityFilter
}

/** Query parameters, repeated ones as a list. Unknown ones are ignored. */
export type FilterParameters = Readonly<Record<string, string | readonly string[] | undefined>>

type Readings = ReadonlyMap<SignalFilterName, readonly string[]>

/** The filter that a query asks for, or every parameter that is wrong with the reason. */
export function parseSignalFilter(
  parameters: FilterParameters,
  choices: FilterChoices,
): Decision<SignalFilter> {
  const readings = new Map<SignalFilterName, readonly string[]>()
  const errors: Record<string, string[]> = {}
  for (const name of SIGNAL_FILTER_NAMES) {
    const reading = readFilterField(SIGNAL_FILTER_FIELDS[name], listGiven(parameters, name), choices)
    if (!reading.ok) errors[name] = [reading.message]
    else if (reading.values.length > 0) readings.set(name, reading.values)
  }
  return Object.keys(errors).length > 0 ? refuse(errors) : accept(toSignalFilter(readings, choices))
}

function listGiven(parameters: FilterParameters, name: string): readonly string[] {
  const given = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return typeof given === 'string' ? [given] : (given ?? [])
}

function toSignalFilter(readings: Readings, choices: FilterChoices): SignalFilter {
  const one = (name: SignalFilterName) => readings.get(name)?.[0]
  const all = (name: SignalFilterName) => readings.get(name)
  return withoutAbsent({
    id: findId(one('id')),
    addressText: one('address_text'),
    areaCode: toOneOf(all('area_code')),
    areaTypeCode: toOneOf(all('area_type_code')),
    neighbourhoodCode: toOneOf(all('buurt_code')),
    district: toOneOf(all('stadsdeel')),
    within: one('within'),
    cause: one('cause') === NONE ? null : one('cause'),
    ...findCategories(readings),
    contactDetails: findContactDetails(all('contact_details')),
    createdUntil: one('created_before'),
    createdFrom: one('created_after'),
    updatedUntil: one('updated_before'),
    updatedFrom: one('updated_after'),
    incidentDate: one('incident_date'),
    // Clients send these two the wrong way round, and have always got what they meant.
    incidentFrom: one('incident_date_before'),
    incidentUntil: one('incident_date_after'),
    directingDepartment: findDirecting(toOneOf(all('directing_department')), choices),
    routingDepartment: toOneOf(all('routing_department_code')),
    feedback: one('feedback') as FeedbackFilter | undefined,
    changedChildren: findChangedChildren(all('has_changed_children')),
    kinds: findKinds(all('kind')),
    noteKeyword: one('note_keyword'),
    priorities: all('priority')?.filter(isPriority),
    sources: all('source'),
    statuses: all('status')?.filter(isStatusCode),
    types: all('type')?.filter(isTypeCode),
    assignedUserEmail: one('assigned_user_email') === NONE ? null : one('assigned_user_email'),
    reporterEmail: one('reporter_email'),
    punctuality: findPunctualityFilter(one('punctuality')),
  })
}

/** A number that no signal has finds nothing, which is right for what is no whole number too. */
function findId(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const id = Number(text)
  return Number.isInteger(id) && id > 0 && id <= 2_147_483_647 ? id : 0
}

function toOneOf(values: readonly string[] | undefined): OneOf | undefined {
  return values && { values: values.filter((value) => value !== NONE), orNone: values.includes(NONE) }
}

/** Who names categories by id does not need their slugs. */
function findCategories(readings: Readings): Pick<SignalFilter, 'categoryIds' | 'categorySlugs'> {
  const ids = readings.get('category_id')
  if (ids !== undefined) return { categoryIds: ids.map(Number) }
  const main = readings.get('maincategory_slug') ?? []
  const sub = readings.get('category_slug') ?? []
  return main.length + sub.length === 0 ? {} : { categorySlugs: { main, sub } }
}

function findContactDetails(values: readonly string[] | undefined): ContactDetail[] | undefined {
  const wanted = CONTACT_DETAILS.filter((detail) => values?.includes(detail))
  return wanted.length === 0 || wanted.length === CONTACT_DETAILS.length ? undefined : wanted
}

function findDirecting(wanted: OneOf | undefined, choices: FilterChoices): OneOf | undefined {
  return wanted?.orNone && wanted.values.length === choices.departmentCodes.size ? undefined : wanted
}

function findChangedChildren(values: readonly string[] | undefined): SignalFilter['changedChildren'] {
  if (values === undefined) return undefined
  const answers = new Set(values.map((value) => value === '1' || value.toLowerCase() === 'true'))
  if (answers.size > 1) return 'either'
  return answers.has(true) ? 'yes' : 'no'
}

function findKinds(values: readonly string[] | undefined): KindFilter[] | undefined {
  if (values === undefined) return undefined
  const has = (kind: KindFilter) => values.includes(kind)
  const coversAll =
    (has('signal') && has('parent_signal') && has('child_signal')) ||
    (has('parent_signal') && has('exclude_parent_signal'))
  return coversAll ? undefined : (values as KindFilter[])
}

function findPunctualityFilter(value: string | undefined): PunctualityFilter | undefined {
  return value === NONE ? 'none' : (value as PunctualityFilter | undefined)
}

type MaybeAbsent<Value> = { readonly [Key in keyof Value]: Value[Key] | undefined }

function withoutAbsent(filter: MaybeAbsent<SignalFilter>): SignalFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}
