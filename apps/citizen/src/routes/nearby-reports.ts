import { listPublicReports, type PublicReport } from '../api/public-reports.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Visit } from '../http/visit.ts'
import { metersBetween } from '../rules/distance.ts'
import { categoryOf } from '../rules/report.ts'

const MOST_METERS = 150
const MOST_SHOWN = 5
const DEGREES = 0.0025

export interface NearbyReport extends PublicReport {
  readonly meters: number
}

/** Open reports about the same thing near the place, nearest first; none where that is not public. */
export async function listNearbyReports(visit: Visit, draft: Draft): Promise<NearbyReport[]> {
  const { chosen } = draft.place
  if (!visit.site.publicMap || !chosen || chosen.source === 'typed') return []
  const { longitude, latitude } = chosen
  const box = [longitude - DEGREES, latitude - DEGREES, longitude + DEGREES, latitude + DEGREES] as const
  const reports = (await listPublicReports(visit.api, { box, ...categoryOf(draft) })) ?? []
  return reports
    .map((report) => ({ ...report, meters: metersBetween(chosen, report) }))
    .filter(({ meters }) => meters <= MOST_METERS)
    .toSorted((left, right) => left.meters - right.meters)
    .slice(0, MOST_SHOWN)
}
