import type { FastifyInstance } from 'fastify'
import { nameIn } from '../api/categories.ts'
import { findProgress } from '../api/progress.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, listCategories, openVisit } from '../http/visit.ts'
import { ProgressPage } from '../pages/ProgressPage.tsx'
import { showMessage } from './closed-link.tsx'

/** How a report is getting on, by the link that its reporter got after sending; also without an e-mail address. */
export function progressRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: { uuid: string } }>('/melden/stand/:uuid', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    reply.header('x-robots-tag', 'noindex')
    const { progress: text, errors } = visit.messages
    const found = await findProgress(visit.api, request.params.uuid)
    if (found === 'gone') return showMessage(visit, text.goneTitle, text.gone, 404)
    if (found === 'failed') return showMessage(visit, errors.failedTitle, text.failed, 502)
    const { language } = visit
    const categories = await listCategories(visit).catch(() => [])
    const subject = nameIn(categories, { ...found, name: found.category, language })
    return showPage(visit, {
      title: text.title(found.number),
      body: <ProgressPage {...visit} progress={found} subject={subject} myReports={visit.site.myReports} />,
    })
  })
}

export function progressPath(uuid: string): string {
  return `/melden/stand/${encodeURIComponent(uuid)}`
}
