import type { FastifyInstance } from 'fastify'
import { goTo, showPage } from '../http/show.tsx'
import { findDraft, type Kit, openVisit } from '../http/visit.ts'
import { MessagePage } from '../pages/MessagePage.tsx'
import { SentPage } from '../pages/SentPage.tsx'
import { sendFailedPhotos } from './send-draft.ts'
import { sentPath } from './steps.ts'

interface SentParameters {
  readonly number: string
}

/** After sending. Only the browser that sent a report sees this. */
export function sentRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: SentParameters }>('/melden/verzonden/:number', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const draft = await findDraft(visit)
    const { messages } = visit
    if (draft?.sent?.number === request.params.number) {
      const title = draft.sent.failedPhotos.length > 0 ? messages.sent.photosFailedTitle : messages.sent.title
      return showPage(visit, {
        title,
        body: (
          <SentPage
            sent={draft.sent}
            messages={messages}
            textLang={draft.sent.handlingLang}
            followHref={draft.sent.mailFollows && visit.site.myReports ? '/mijn-meldingen' : undefined}
          />
        ),
      })
    }
    const text = { title: messages.sent.goneTitle, text: messages.sent.gone }
    return showPage(visit, {
      title: text.title,
      status: 404,
      body: <MessagePage {...text} messages={messages} />,
    })
  })

  app.post<{ Params: SentParameters }>('/melden/verzonden/:number', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const draft = await findDraft(visit)
    if (visit.draftId && draft?.sent) await sendFailedPhotos(visit, visit.draftId)
    return goTo(visit, sentPath(request.params.number))
  })
}
