import { accept, type Decision, refuse } from '../refusal.ts'
import { MESSAGES } from '../wire-messages.ts'
import {
  type FilterChoices,
  isSignalFilterName,
  SIGNAL_FILTER_FIELDS,
  type SignalFilterName,
} from './filter-fields.ts'
import { type FilterParameters, parseSignalFilter } from './signal-filter.ts'

export type StoredOptions = Readonly<Record<string, unknown>>

/** Whether someone may keep these options as a filter; `undefined`: none were sent. */
export function decideStoredFilter(options: unknown, choices: FilterChoices): Decision<StoredOptions> {
  if (options === undefined) {
    return refuse({ non_field_errors: ['No filters specified, "options" object missing.'] })
  }
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    return refuse({ non_field_errors: ['Expected an object for "options"'] })
  }
  const stored: StoredOptions = { ...options }
  const unknown = Object.keys(stored).filter((name) => !isSignalFilterName(name))
  if (unknown.length > 0) {
    const names = unknown.map((name) => `'${name}'`).join(', ')
    return refuse({
      non_field_errors: [`FilterSet data to store contains unknown filters [${names}]`],
    })
  }
  const singles = listSingles(stored)
  if (singles.length > 0) {
    return refuse({ options: Object.fromEntries(singles.map((name) => [name, [MESSAGES.notAList]])) })
  }
  const parsed = parseSignalFilter(toParameters(stored), choices)
  return parsed.ok ? accept(stored) : refuse({ options: parsed.errors })
}

/** Filters that take several values are stored as lists, also of one. */
function listSingles(stored: StoredOptions): SignalFilterName[] {
  return Object.keys(stored)
    .filter(isSignalFilterName)
    .filter((name) => {
      const field = SIGNAL_FILTER_FIELDS[name]
      return (
        field.kind === 'choice' && field.isMultiple && isFilled(stored[name]) && !Array.isArray(stored[name])
      )
    })
}

function toParameters(stored: StoredOptions): FilterParameters {
  return Object.fromEntries(Object.entries(stored).map(([name, value]) => [name, toTexts(value)]))
}

function toTexts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(isFilled).map(String)
}

function isFilled(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}

/** The query that gives what a stored filter asks for: lists repeated, empty values left out. */
export function presentFilterQuery(options: StoredOptions): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(options)) {
    if (!value) continue
    for (const text of toTexts(value)) query.append(name, text)
  }
  return query.toString()
}
