import { publicFigures, publicMapPage, publicMapQuery } from '@signalen/contract'
import {
  type FigureRow,
  getPublicFigures,
  invalid,
  listPublicMap,
  type PublicMapReport,
} from '@signalen/services'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { presentPublicCategory } from '../../present/signal-features.ts'
import { presentTime } from '../../present/time.ts'
import { lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'

const tags = ['public signals']
const MOST_DAYS = 3650
/** The map is made twice an hour, figures once a day. */
const CACHED = 'public, max-age=300'

/** The public map for people: what is open, what was solved lately, and how it goes in figures. */
export function publicMapRoutes(app: Api): void {
  app.get(
    '/v1/public/map',
    {
      config: { operation: 'public.geography.read', throttle: 'look-ups' },
      schema: {
        tags,
        summary: 'Open reports, or those solved lately, of categories that anyone may see',
        querystring: publicMapQuery,
        response: { 200: publicMapPage },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { state, category, days } = request.query
      const reports = await listPublicMap(context, {
        state: lastValue(state) === 'solved' ? 'solved' : 'open',
        main: lastValue(category) || undefined,
        days: readDays(lastValue(days)),
      })
      reply.header('cache-control', CACHED)
      return halList(
        request,
        reports.map((report) => present(report, context.settings.timeZone)),
      )
    },
  )

  app.get(
    '/v1/public/figures',
    {
      config: { operation: 'public.figures.read', throttle: 'look-ups' },
      schema: {
        tags,
        summary: 'How many reports, how fast and how satisfied, without small counts',
        response: { 200: publicFigures },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { madeAt, figures } = await getPublicFigures(context)
      reply.header('cache-control', CACHED)
      return {
        made_at: presentTime(madeAt, context.settings.timeZone),
        from: figures.from,
        until: figures.until,
        total: presentRow(figures.total),
        months: figures.months.map((month) => ({ ...month })),
        categories: figures.categories.map(({ name, slug, ...row }) => ({ name, slug, ...presentRow(row) })),
      }
    },
  )
}

function readDays(text: string | undefined): number | undefined {
  if (!text) return undefined
  const days = Number(text)
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw invalid({ days: ['Voer een getal in.'] })
  return days
}

function present(report: PublicMapReport, timeZone: string) {
  const { category, icon, createdAt, solvedAt, longitude, latitude, reference } = report
  return {
    category: presentPublicCategory(category),
    icon: icon && `/signals/v1/public/category-icons/${icon}`,
    reported_on: presentTime(createdAt, timeZone).slice(0, 10),
    solved_on: solvedAt && presentTime(solvedAt, timeZone).slice(0, 10),
    longitude,
    latitude,
    reference,
  }
}

function presentRow({ reported, solved, medianDays, satisfiedPercent }: FigureRow) {
  return { reported, solved, median_days: medianDays, satisfied_percent: satisfiedPercent }
}
