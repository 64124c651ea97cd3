import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Area, listAreas } from '../api/areas.ts'
import type { MainCategory } from '../api/categories.ts'
import { listPublicReports, type PublicReport } from '../api/public-reports.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { PublicMapPage } from '../pages/PublicMapPage.tsx'
import { isInArea } from '../rules/areas.ts'

export const PUBLIC_MAP_PATH = '/meldingenkaart'
const PAGE_SIZE = 20

interface MapQuery {
  onderwerp?: string
  gebied?: string
  pagina?: string
}

/** Where something is open, for anyone: a list, and the same on a map. */
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
    return reports.map(({ category, createdAt, longitude, latitude }) => ({
      category,
      createdAt: createdAt.toISOString(),
      longitude,
      latitude,
    }))
  })
}

interface FoundReports {
  readonly reports: readonly PublicReport[] | undefined
  readonly categories: readonly MainCategory[]
  readonly areas: readonly Area[]
  readonly main: string
  readonly area: string
}

/** Newest first. A filter that does not exist any more filters nothing. */
async function findReports(
  visit: Visit,
  request: FastifyRequest<{ Querystring: MapQuery }>,
): Promise<FoundReports> {
  const [reports, categories, areas] = await Promise.all([
    listPublicReports(visit.api, { box: visit.site.map.bounds }),
    visit.kit.categories(visit.request.host, visit.api).catch(() => []),
    listAreas(visit.api),
  ])
  const main = categories.find(({ slug }) => slug === String(request.query.onderwerp))
  const area = areas.find(({ code }) => code === String(request.query.gebied))
  const asked = reports?.filter(
    (report) => (!main || report.main === main.slug) && (!area || isInArea(report, area)),
  )
  return {
    reports: asked?.toSorted((left, right) => right.createdAt.getTime() - left.createdAt.getTime()),
    categories,
    areas,
    main: main?.slug ?? '',
    area: area?.code ?? '',
  }
}

function areasOf(report: PublicReport, areas: readonly Area[]): string[] {
  return [...new Set(areas.filter((area) => isInArea(report, area)).map(({ name }) => name))]
}
