import {
  isSignalFilterName,
  SIGNAL_FILTER_FIELDS,
  SIGNAL_FILTER_NAMES,
  SIGNAL_ORDERINGS,
  type SignalFilterName,
  type SignalOrdering,
} from '@signalen/domain'
import type { FilterOptions } from '../api/wire.ts'

export const PAGE_SIZE = 50

/** What is filtered on, by the name of the API's parameter. Days stand here without a time. */
export type Filters = Readonly<Partial<Record<SignalFilterName, readonly string[]>>>

export interface Sorting {
  readonly by: SignalOrdering
  readonly isDescending: boolean
}

/** What the list shows: the whole of it stands in the address, so that it can be shared and gone back to. */
export interface ListQuery {
  readonly filters: Filters
  readonly sorting: Sorting | undefined
  readonly page: number
  /** Words to search for, within the filters. */
  readonly words: string
}

export const EMPTY_QUERY: ListQuery = { filters: {}, sorting: undefined, page: 1, words: '' }

export function readListQuery(parameters: URLSearchParams): ListQuery {
  return {
    filters: readFilters(parameters),
    sorting: readSorting(parameters.get('ordering')),
    page: Math.max(1, Math.trunc(Number(parameters.get('page'))) || 1),
    words: parameters.get('q')?.trim() ?? '',
  }
}

function readFilters(parameters: URLSearchParams): Filters {
  const found = SIGNAL_FILTER_NAMES.map((name) => [name, unique(parameters.getAll(name))] as const)
  return Object.fromEntries(found.filter(([, values]) => values.length > 0))
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))]
}

export function readSorting(text: string | null): Sorting | undefined {
  if (!text) return undefined
  const isDescending = text.startsWith('-')
  const by = SIGNAL_ORDERINGS.find((ordering) => ordering === (isDescending ? text.slice(1) : text))
  return by && { by, isDescending }
}

export function writeSorting(sorting: Sorting | undefined): string | undefined {
  return sorting && `${sorting.isDescending ? '-' : ''}${sorting.by}`
}

/** The address of a list. What is as always is left out, so that equal lists have equal addresses. */
export function writeListQuery(query: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  if (query.words) parameters.set('q', query.words)
  appendFilters(parameters, query.filters)
  const ordering = writeSorting(query.sorting)
  if (ordering) parameters.set('ordering', ordering)
  if (query.page > 1) parameters.set('page', String(query.page))
  return parameters
}

function appendFilters(parameters: URLSearchParams, filters: Filters): void {
  for (const name of SIGNAL_FILTER_NAMES) {
    for (const value of filters[name] ?? []) parameters.append(name, value)
  }
}

export interface ApiQuery {
  readonly path: 'signals' | 'search'
  readonly query: string
}

/** What to ask of the API. A search takes the filters too, but has its own order. */
export function toApiQuery(query: ListQuery, pageSize = PAGE_SIZE): ApiQuery {
  const parameters = query.words ? toSearch(query) : toFilterParameters(query)
  parameters.set('page', String(query.page))
  parameters.set('page_size', String(pageSize))
  return { path: query.words ? 'search' : 'signals', query: parameters.toString() }
}

function toSearch({ words, filters, sorting }: ListQuery): URLSearchParams {
  const parameters = new URLSearchParams({ q: words })
  appendFilters(parameters, toApiFilters(filters))
  if (sorting?.by === 'created_at') parameters.set('ordering', writeSorting(sorting) ?? '')
  return parameters
}

/** The parameters of a list without its page, as the map and the counts take them too. */
export function toFilterParameters(query: Pick<ListQuery, 'filters' | 'sorting'>): URLSearchParams {
  const parameters = new URLSearchParams()
  appendFilters(parameters, toApiFilters(query.filters))
  const ordering = writeSorting(query.sorting)
  if (ordering) parameters.set('ordering', ordering)
  return parameters
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day up to which something was made counts as a whole. */
export function toApiFilters(filters: Filters): Filters {
  return Object.fromEntries(
    Object.entries(filters).map(([name, values]) => [name, values.map((value) => withTime(name, value))]),
  )
}

function withTime(name: string, value: string): string {
  if (!isSignalFilterName(name) || SIGNAL_FILTER_FIELDS[name].kind !== 'moment' || !DAY.test(value))
    return value
  return name.endsWith('_before') ? `${value}T23:59:59.999` : `${value}T00:00:00`
}

/** As a filter is kept: several values as a list, one value of a single choice as itself. */
export function toFilterOptions(filters: Filters): FilterOptions {
  const options = Object.entries(toApiFilters(filters)).map(([name, values]) => [
    name,
    isMultiple(name) ? values : (values[0] ?? ''),
  ])
  return Object.fromEntries(options)
}

export function fromFilterOptions(options: FilterOptions): Filters {
  const found = Object.entries(options)
    .filter(([name]) => isSignalFilterName(name))
    .map(
      ([name, value]) =>
        [name, unique([value].flat().map(String)).map((text) => withoutTime(name, text))] as const,
    )
  return Object.fromEntries(found.filter(([, values]) => values.length > 0))
}

function withoutTime(name: string, value: string): string {
  const isMoment = isSignalFilterName(name) && SIGNAL_FILTER_FIELDS[name].kind === 'moment'
  return isMoment && /T(00:00:00|23:59:59)(\.\d+)?$/.test(value) ? value.slice(0, 10) : value
}

export function isMultiple(name: string): boolean {
  if (!isSignalFilterName(name)) return false
  const field = SIGNAL_FILTER_FIELDS[name]
  return field.kind === 'choice' && field.isMultiple
}

export function setFilter(filters: Filters, name: SignalFilterName, values: readonly string[]): Filters {
  const { [name]: _, ...rest } = filters
  return values.length === 0 ? rest : { ...rest, [name]: values }
}

export function toggleValue(filters: Filters, name: SignalFilterName, value: string): Filters {
  const current = filters[name] ?? []
  const next = current.includes(value) ? current.filter((one) => one !== value) : [...current, value]
  return setFilter(filters, name, next)
}

export function isFiltered(filters: Filters): boolean {
  return Object.keys(filters).length > 0
}

/** Whether two filters ask for the same, in whatever order they name it. */
export function isSameFilter(left: Filters, right: Filters): boolean {
  return canonical(left) === canonical(right)
}

function canonical(filters: Filters): string {
  return SIGNAL_FILTER_NAMES.map((name) => [...(filters[name] ?? [])].sort().join('\u0000')).join('\u0001')
}

/** A number that someone typed to go to one report: `123`, `#123`, `SIG-123`. */
export function findNumber(words: string): number | undefined {
  const digits = /^(?:#|[a-z]{1,8}[-\s])?(\d{1,9})$/i.exec(words.trim())?.[1]
  const number = Number(digits)
  return digits && number > 0 ? number : undefined
}
