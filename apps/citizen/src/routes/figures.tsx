import type { FastifyInstance } from 'fastify'
import type { MainCategory } from '../api/categories.ts'
import { type Figures, findFigures } from '../api/figures.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, listCategories, openVisit, type Visit } from '../http/visit.ts'
import { textLangFor } from '../messages/messages.ts'
import { FiguresPage } from '../pages/FiguresPage.tsx'
import { PUBLIC_MAP_PATH } from './public-map.tsx'

/** How many reports, how fast and how satisfied, for anyone. */
export function figureRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(`${PUBLIC_MAP_PATH}/cijfers`, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (!visit.site.publicMap) return reply.callNotFound()
    const figures = await findSpokenFigures(visit)
    const { messages, language } = visit
    return showPage(visit, {
      title: messages.figures.title,
      body: <FiguresPage figures={figures} messages={messages} language={language} />,
    })
  })
}

/** With the subjects in the language of the page, where they have a name in it. */
async function findSpokenFigures(visit: Visit): Promise<Figures | undefined> {
  const [figures, categories] = await Promise.all([
    findFigures(visit.api),
    listCategories(visit).catch((): MainCategory[] => []),
  ])
  const lang = textLangFor(visit.language)
  return (
    figures && {
      ...figures,
      categories: figures.categories.map((row) => {
        const known = categories.find(({ slug }) => slug === row.slug)
        return { ...row, name: known?.name ?? row.name, lang: known ? known.lang : lang }
      }),
    }
  )
}
