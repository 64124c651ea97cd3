import { type Api, within } from './api-client.ts'
import { fieldsOf, resultsOf, textOf } from './read-json.ts'

/** What anyone may know of a report: of what kind, since when, until when and about where. */
export interface PublicReport {
  readonly category: string
  /** Of the name of the category, where that is not the language of the page. */
  readonly lang?: string | undefined
  readonly main: string
  readonly sub: string
  /** Path of a picture on this site; empty when there is none. */
  readonly icon: string
  readonly reportedOn: Date
  readonly solvedOn: Date | undefined
  readonly longitude: number
  readonly latitude: number
  /** To follow it by, and to know it from others; empty for what is solved. */
  readonly reference: string
}

export const REPORT_STATES = ['open', 'solved'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export interface PublicReportsQuery {
  readonly state: ReportState
  readonly main: string
  /** Reported, or solved, in the last so many days; undefined for all. */
  readonly days: number | undefined
}

const PATIENCE_MILLISECONDS = 4000

/** Newest first. Undefined when they cannot be had. */
export async function listPublicReports(
  api: Api,
  { state, main, days }: PublicReportsQuery,
): Promise<PublicReport[] | undefined> {
  const query = new URLSearchParams({ state })
  if (main) query.set('category', main)
  if (days) query.set('days', String(days))
  const answer = await within(
    PATIENCE_MILLISECONDS,
    api.get(`/signals/v1/public/map?${query}`).catch(() => undefined),
  )
  if (!answer?.ok) return undefined
  return resultsOf(answer.body).flatMap((report) => readReport(report) ?? [])
}

function readReport(report: unknown): PublicReport | undefined {
  const { category, icon, reported_on, solved_on, longitude, latitude, reference } = fieldsOf(report)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  const reportedOn = readDay(reported_on)
  if (!reportedOn) return undefined
  const { name, slug, parent } = fieldsOf(category)
  return {
    category: textOf(name),
    main: textOf(fieldsOf(parent).slug),
    sub: textOf(slug),
    icon: /^\/(?!\/)/.test(textOf(icon)) ? textOf(icon) : '',
    reportedOn,
    solvedOn: readDay(solved_on),
    longitude,
    latitude,
    reference: textOf(reference),
  }
}

function readDay(value: unknown): Date | undefined {
  const day = new Date(textOf(value) || Number.NaN)
  return Number.isNaN(day.getTime()) ? undefined : day
}
