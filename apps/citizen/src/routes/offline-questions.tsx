import { findVisibleForm } from '@signalen/domain'
import type { FastifyInstance } from 'fastify'
import { renderToStaticMarkup } from 'react-dom/server'
import type { AskedCategory } from '../api/offline-questions.ts'
import { createDraft } from '../drafts/draft.ts'
import { type Kit, openVisit, type Visit } from '../http/visit.ts'
import { QuestionsPart } from '../pages/QuestionsPart.tsx'
import { createTypedPlace } from '../rules/place.ts'

export const OFFLINE_QUESTIONS_PATH = '/zonder-verbinding/vragen'

/** A device keeps no more than this: what does not fit is not asked without connection. */
const MOST_CHARACTERS = 500_000

/** The questions of all categories as the form would show them, for devices to keep. */
export function offlineQuestionRoutes(app: FastifyInstance, kit: Kit): void {
  app.get(OFFLINE_QUESTIONS_PATH, async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    if (visit.site.offline === false) return reply.callNotFound()
    const { api, language } = visit
    const asked = await kit.questions({ host: request.host, api, language })
    return reply
      .type('application/json; charset=utf-8')
      .header('cache-control', 'private, no-cache')
      .header('content-language', language)
      .send(JSON.stringify(writeQuestions(visit, asked)))
  })
}

function writeQuestions(visit: Visit, asked: readonly AskedCategory[]): Record<string, string> {
  const written: Record<string, string> = {}
  let left = MOST_CHARACTERS
  for (const category of asked) {
    const html = writeCategory(visit, category)
    left -= html.length
    if (left < 0) break
    written[`${category.main}/${category.sub}`] = html
  }
  return written
}

/** Of a place that is not on the map, since without connection nothing can be looked up near it. */
function writeCategory({ messages, language, site }: Visit, { main, sub, questions }: AskedCategory): string {
  const draft = createDraft('')
  const chosen = createTypedPlace('', site.map)
  const facts = { category: main, subcategory: sub }
  const visible = findVisibleForm({ questions, answers: {}, facts, isStaff: false })
  return renderToStaticMarkup(
    <QuestionsPart
      draft={{ ...draft, place: { ...draft.place, chosen } }}
      data={{ questions, assets: new Map() }}
      language={language}
      messages={messages}
      answerFaults={new Map()}
      asked={visible.questions}
      facts={facts}
    />,
  )
}
