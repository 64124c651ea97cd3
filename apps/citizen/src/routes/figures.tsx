import type { FastifyInstance } from 'fastify'
import { findFigures } from '../api/figures.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit } from '../http/visit.ts'
import { FiguresPage } from '../pages/FiguresPage.tsx'
import { PUBLIC_MAP_PATH } from './public-map.tsx'

/** How many reports, how fast and how satisfied, for anyone. */
export function figureRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(`${PUBLIC_MAP_PATH}/cijfers`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const figures = await findFigures(visit.api)
    const { messages, language } = visit
    return showPage(visit, {
      title: messages.figures.title,
      body: <FiguresPage figures={figures} messages={messages} language={language} />,
    })
  })
}
