import { listNearbyReports, type NearbyReport } from '../api/nearby-reports.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Visit } from '../http/visit.ts'
import { categoryOf } from '../rules/report.ts'

const MOST_SHOWN = 5

/** Open reports about the same thing near the place, nearest first; none where that is not public. */
export async function findNearbyReports(visit: Visit, draft: Draft): Promise<NearbyReport[]> {
  const { chosen } = draft.place
  if (!visit.site.publicMap || !chosen || chosen.source === 'typed') return []
  const { longitude, latitude } = chosen
  const reports = await listNearbyReports(visit.api, { longitude, latitude, ...categoryOf(draft) })
  return reports.toSorted((left, right) => left.withinMeters - right.withinMeters).slice(0, MOST_SHOWN)
}
