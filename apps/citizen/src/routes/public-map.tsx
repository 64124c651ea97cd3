import { formatDay } from '@signalen/ui'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Area, listAreas } from '../api/areas.ts'
import { type MainCategory, nameIn } from '../api/categories.ts'
import { listPublicReports, type PublicReport } from '../api/public-reports.ts'
import { showPage } from '../http/show.tsx'
import { findLanguage, type Kit, listCategories, openVisit, type Visit } from '../http/visit.ts'
import { languageOfPage, MESSAGES } from '../messages/messages.ts'
import { PublicMapPage } from '../pages/PublicMapPage.tsx'
import { isInArea } from '../rules/areas.ts'
import { writeFeed } from '../rules/map-feed.ts'
import {
  type MapFilter,
  type MapQuery,
  readDays,
  readState,
  writeFeedQuery,
  writeMapQuery,
} from '../rules/map-filter.ts'

export const PUBLIC_MAP_PATH = '/meldingenkaart'
export const FEED_PATH = `${PUBLIC_MAP_PATH}/nieuw.xml`
const PAGE_SIZE = 20
const MOST_IN_FEED = 50

/** Where something is open or was solved lately, for anyone: a list, the same on a map, and as a feed. */
export function publicMapRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Querystring: MapQuery }>(PUBLIC_MAP_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const found = await findReports(visit, request)
    const reports = found.reports ?? []
    const pages = Math.max(1, Math.ceil(reports.length / PAGE_SIZE))
    const page = Math.min(pages, Math.max(1, Math.trunc(Number(request.query.pagina)) || 1))
    const shown = reports.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    return showPage(visit, {
      title: visit.messages.publicMap.title,
      status: found.reports ? 200 : 502,
      feed: `${FEED_PATH}${writeFeedQuery(found.filter, visit.language)}`,
      body: (
        <PublicMapPage
          {...found}
          shown={shown.map((report) => ({ ...report, areas: areasOf(report, found.areas) }))}
          count={found.reports?.length}
          page={page}
          pages={pages}
          messages={visit.messages}
          language={visit.language}
          map={visit.site.map}
        />
      ),
    })
  })

  app.get<{ Querystring: MapQuery }>(`${PUBLIC_MAP_PATH}/punten`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const { reports } = await findReports(visit, request)
    if (!reports) return reply.code(502).send({})
    return reports.map(({ category, icon, reportedOn, solvedOn, longitude, latitude }) => ({
      category,
      icon,
      reportedOn: reportedOn.toISOString(),
      solvedOn: solvedOn?.toISOString() ?? null,
      longitude,
      latitude,
    }))
  })

  feedRoute(app, kit)
}

function feedRoute(app: FastifyInstance, kit: Kit): void {
  app.get<{ Querystring: MapQuery }>(FEED_PATH, async (request, reply) => {
    const visit = inLanguage(await openVisit(kit, request, reply), request.query.taal)
    if (!visit.site.publicMap) return reply.callNotFound()
    const found = await findReports(visit, request, 'open')
    if (!found.reports) return reply.code(502).send('')
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('cache-control', 'public, max-age=900')
      .send(presentFeed(visit, found))
  })
}

/** Kept by whoever is in between, so it depends on nothing but its address. */
function inLanguage(visit: Visit, asked: unknown): Visit {
  const language = languageOfPage(findLanguage(visit.site, asked), FEED_PATH)
  return { ...visit, language, messages: MESSAGES[language] }
}

function presentFeed(visit: Visit, { reports = [], areas, filter, main, area }: FoundReports): string {
  const { citizenUrl } = visit.kit.options
  const text = visit.messages.publicMap
  const query = writeMapQuery({ ...filter, state: 'open', days: undefined })
  const about = [main?.name, area?.name].filter(Boolean).join(', ')
  return writeFeed({
    self: `${citizenUrl}${FEED_PATH}${writeFeedQuery(filter, visit.language)}`,
    page: `${citizenUrl}${PUBLIC_MAP_PATH}${query}`,
    title: [text.feedTitle(visit.site.municipality), about].filter(Boolean).join(': '),
    author: visit.site.municipality,
    language: visit.language,
    updated: visit.kit.now(),
    entries: (reports ?? []).slice(0, MOST_IN_FEED).map((report) => ({
      id: `${citizenUrl}/volgen/melding/${report.reference}`,
      title: [report.category, ...areasOf(report, areas)].join(', '),
      summary: text.since(formatDay(report.reportedOn, visit.language)),
      updated: report.reportedOn,
      longitude: report.longitude,
      latitude: report.latitude,
    })),
  })
}

interface FoundReports {
  readonly reports: readonly PublicReport[] | undefined
  readonly categories: readonly MainCategory[]
  readonly areas: readonly Area[]
  readonly filter: MapFilter
  readonly main: MainCategory | undefined
  readonly area: Area | undefined
}

/** Newest first. A filter that does not exist any more filters nothing. */
async function findReports(
  visit: Visit,
  { query }: FastifyRequest<{ Querystring: MapQuery }>,
  state = readState(query.toon),
): Promise<FoundReports> {
  const found = await findSubjects(visit, query)
  const filter: MapFilter = {
    main: found.main?.slug ?? '',
    area: found.area?.code ?? '',
    state,
    days: readDays(query.dagen, state),
  }
  const reports = await listPublicReports(visit.api, filter)
  return {
    ...found,
    filter,
    reports: reports
      ?.filter((report) => !found.area || isInArea(report, found.area))
      .map((report) => speak(visit, found.categories, report)),
  }
}

function speak({ language }: Visit, categories: readonly MainCategory[], report: PublicReport): PublicReport {
  const { name, lang } = nameIn(categories, { ...report, name: report.category, language })
  return { ...report, category: name, lang }
}

/** The subjects and areas that there are, and which of them is asked for. */
export async function findSubjects(visit: Visit, { onderwerp, gebied }: MapQuery) {
  const [categories, areas] = await Promise.all([
    listCategories(visit).catch((): MainCategory[] => []),
    listAreas(visit.api),
  ])
  const main = categories.find(({ slug }) => slug === onderwerp)
  const area = areas.find(({ code }) => code === gebied)
  return { categories, areas, main, area }
}

function areasOf(report: PublicReport, areas: readonly Area[]): string[] {
  return [...new Set(areas.filter((area) => isInArea(report, area)).map(({ name }) => name))]
}
