import { type Api, within } from './api-client.ts'
import { fieldsOf, resultsOf, textOf } from './read-json.ts'

/** An open report around a place, as anyone may know it. */
export interface NearbyReport {
  readonly category: string
  /** Of the name of the category, where that is not the language of the page. */
  readonly lang?: string | undefined
  readonly main: string
  readonly sub: string
  readonly reportedOn: Date
  readonly withinMeters: number
  /** To follow it by; empty when that cannot be done. */
  readonly reference: string
}

export interface NearbyQuery {
  readonly longitude: number
  readonly latitude: number
  readonly main: string
  readonly sub: string
}

const PATIENCE_MILLISECONDS = 4000

/** None when they cannot be had: a report is never held up by it. */
export async function listNearbyReports(
  api: Api,
  { longitude, latitude, main, sub }: NearbyQuery,
): Promise<NearbyReport[]> {
  const query = new URLSearchParams({
    lon: String(longitude),
    lat: String(latitude),
    category: `${main}/${sub}`,
  })
  const answer = await within(
    PATIENCE_MILLISECONDS,
    api.get(`/signals/v1/public/signals/nearby?${query}`).catch(() => undefined),
  )
  if (!answer?.ok) return []
  return resultsOf(answer.body).flatMap((report) => readReport(report) ?? [])
}

function readReport(report: unknown): NearbyReport | undefined {
  const { category, reported_on, within_metres, reference } = fieldsOf(report)
  const reportedOn = new Date(textOf(reported_on))
  const { name, slug, parent } = fieldsOf(category)
  if (Number.isNaN(reportedOn.getTime()) || typeof within_metres !== 'number') return undefined
  return {
    category: textOf(name),
    main: textOf(fieldsOf(parent).slug),
    sub: textOf(slug),
    reportedOn,
    withinMeters: within_metres,
    reference: textOf(reference),
  }
}
