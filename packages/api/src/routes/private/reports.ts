import { dashboard, reportQuery, type SignalReport, signalReport } from '@signalen/contract'
import { countLateSignals, countReopenRequests, getDashboard, type SignalCounts } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['reports']
const config = { operation: 'report.read' } as const
const response = { 200: signalReport }

export function reportRoutes(app: Api): void {
  app.get(
    '/v1/private/reports/dashboard',
    { config, schema: { tags, summary: 'How work stands', response: { 200: dashboard } } },
    async (request) => {
      const found = await getDashboard(contextOf(request), actorOf(request))
      return {
        departments: found.departments.map((one) => ({ ...one })),
        all: { ...found.all },
        mine: { ...found.mine },
        weeks: found.weeks.map((one) => ({ ...one })),
      }
    },
  )

  app.get(
    '/v1/private/reports/signals/open',
    {
      config,
      schema: { tags, summary: 'Open reports that are much too late', querystring: reportQuery, response },
    },
    async (request) =>
      presentCounts(await countLateSignals(contextOf(request), actorOf(request), request.query)),
  )

  app.get(
    '/v1/private/reports/signals/reopen-requested',
    {
      config,
      schema: { tags, summary: 'Reports that were asked to be reopened', querystring: reportQuery, response },
    },
    async (request) =>
      presentCounts(await countReopenRequests(contextOf(request), actorOf(request), request.query)),
  )
}

function presentCounts({ total, categories }: SignalCounts): SignalReport {
  return {
    total_signal_count: total,
    results: categories.map(({ category, count }) => ({
      category: {
        name: category.name,
        departments: category.departments
          .filter(({ isResponsible }) => isResponsible)
          .map(({ code }) => code)
          .toSorted(),
      },
      signal_count: count,
    })),
  }
}
