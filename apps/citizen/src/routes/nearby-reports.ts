import { nameIn } from '../api/categories.ts'
import { listNearbyReports, type NearbyReport } from '../api/nearby-reports.ts'
import type { Draft } from '../drafts/draft.ts'
import { listCategories, type Visit } from '../http/visit.ts'
import { categoryOf } from '../rules/report.ts'

const MOST_SHOWN = 5

/** Open reports about the same thing near the place, nearest first; none where that is not public. */
export async function findNearbyReports(visit: Visit, draft: Draft): Promise<NearbyReport[]> {
  const { chosen } = draft.place
  if (!visit.site.publicMap || !chosen || chosen.source === 'typed') return []
  const { longitude, latitude } = chosen
  const [reports, categories] = await Promise.all([
    listNearbyReports(visit.api, { longitude, latitude, ...categoryOf(draft) }),
    listCategories(visit).catch(() => []),
  ])
  const { language } = visit
  return reports
    .toSorted((left, right) => left.withinMeters - right.withinMeters)
    .slice(0, MOST_SHOWN)
    .map((report) => {
      const { name, lang } = nameIn(categories, { ...report, name: report.category, language })
      return { ...report, category: name, lang }
    })
}
