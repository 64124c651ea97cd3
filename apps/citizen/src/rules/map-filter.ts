import { REPORT_STATES, type ReportState } from '../api/public-reports.ts'

/** What one looks at on the public map. Empty, or undefined, stands for everything. */
export interface MapFilter {
  readonly main: string
  readonly area: string
  readonly state: ReportState
  readonly days: number | undefined
}

/** As it stands in the address. */
export interface MapQuery {
  /** Of the feed, which has no cookie to remember it by. */
  taal?: string
  onderwerp?: string
  gebied?: string
  toon?: string
  dagen?: string
  pagina?: string
}

export const PERIODS = [7, 30, 90, 365] as const
export const SOLVED_PERIODS = [7, 30] as const

export const STATE_WORDS: Readonly<Record<ReportState, string>> = { open: 'open', solved: 'opgelost' }

/** What is not known filters nothing; what was solved is known of the last month only. */
export function readState(toon: unknown): ReportState {
  return REPORT_STATES.find((state) => STATE_WORDS[state] === toon) ?? 'open'
}

export function readDays(dagen: unknown, state: ReportState): number | undefined {
  const periods: readonly number[] = state === 'solved' ? SOLVED_PERIODS : PERIODS
  return periods.find((days) => String(days) === dagen)
}

/** The filter as a query, with only what differs from everything that is open. */
export function writeMapQuery({ main, area, state, days }: MapFilter, page = 1): string {
  const query = new URLSearchParams()
  if (main) query.set('onderwerp', main)
  if (area) query.set('gebied', area)
  if (state !== 'open') query.set('toon', STATE_WORDS[state])
  if (days) query.set('dagen', String(days))
  if (page > 1) query.set('pagina', String(page))
  return query.size > 0 ? `?${query}` : ''
}

/** Of the feed of what is new under the filter, in the language of who asks for it. */
export function writeFeedQuery(filter: MapFilter, language: string): string {
  const query = writeMapQuery({ ...filter, state: 'open', days: undefined })
  return `${query === '' ? '?' : `${query}&`}taal=${language}`
}
