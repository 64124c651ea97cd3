import { cleanText, isEmailAddress } from '@signalen/domain'
import { findField } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { type AskOutcome, askForMail, followMailedLink } from '../api/subscriptions.ts'
import { readForm } from '../http/form-body.ts'
import { showPage } from '../http/show.tsx'
import { findDraft, type Kit, openVisit, type Visit } from '../http/visit.ts'
import { AskedPage, FollowPage, PressPage } from '../pages/FollowPages.tsx'
import { showClosedLink, showMessage } from './closed-link.tsx'
import { STEP_PATHS } from './steps.ts'

/** Hearing by mail about a report of someone else, without reporting it again. */
export function followRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: { reference: string } }>('/volgen/melding/:reference', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const draft = await findDraft(visit)
    return showForm(visit, request.params.reference, draft?.contact.email ?? '')
  })

  app.post<{ Params: { reference: string } }>('/volgen/melding/:reference', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { reference } = request.params
    const email = cleanText(findField((await readForm(request)).fields, '_email'))
    if (!isEmailAddress(email)) return showForm(visit, reference, email, 'emailWrong')
    const outcome = await askForMail(visit.api, { email, language: visit.reads }, { report: reference })
    const text = visit.messages.follow
    if (outcome === 'gone') return showMessage(visit, text.goneTitle, text.gone, 404)
    return outcome === 'asked' ? showAsked(visit) : showForm(visit, reference, email, outcome)
  })

  linkRoutes(app, kit)
}

function linkRoutes(app: FastifyInstance, kit: Kit): void {
  for (const [page, what] of [
    ['bevestig', 'confirm'],
    ['stop', 'stop'],
  ] as const) {
    app.get<{ Params: { token: string } }>(`/volgen/${page}/:token`, async (request, reply) => {
      const visit = await openVisit(kit, request, reply)
      const text = visit.messages.follow[what]
      const action = `/volgen/${page}/${encodeURIComponent(request.params.token)}`
      return showPage(visit, { title: text.title, body: <PressPage {...text} action={action} /> })
    })

    app.post<{ Params: { token: string } }>(`/volgen/${page}/:token`, async (request, reply) => {
      const visit = await openVisit(kit, request, reply)
      const text = visit.messages.follow[what]
      const outcome = await followMailedLink(visit.api, what, request.params.token)
      if (outcome === 'report' || outcome === 'map') return showMessage(visit, text.doneTitle, text[outcome])
      return showClosedLink(visit, text, outcome)
    })
  }
}

export type AskFault = Exclude<AskOutcome, 'asked' | 'gone'>

export const ASK_STATUS: Readonly<Record<AskFault, number>> = { emailWrong: 422, tooMany: 429, failed: 502 }

export function presentAskFault({ messages }: Visit, fault: AskFault): string {
  return fault === 'emailWrong' ? messages.contact.emailWrong : messages.myReports[fault]
}

function showForm(visit: Visit, reference: string, email: string, fault?: AskFault) {
  const text = visit.messages.follow
  return showPage(visit, {
    title: text.title,
    status: fault ? ASK_STATUS[fault] : 200,
    hasErrors: fault !== undefined,
    body: (
      <FollowPage
        title={text.title}
        lead={text.lead}
        use={text.use}
        action={`/volgen/melding/${encodeURIComponent(reference)}`}
        email={email}
        error={fault && presentAskFault(visit, fault)}
        messages={visit.messages}
        back={{ href: STEP_PATHS.review, label: text.back }}
      />
    ),
  })
}

export async function showAsked(visit: Visit) {
  const draft = await findDraft(visit)
  const hasDraft = draft !== undefined && !draft.sent && draft.completed >= 3
  const { messages } = visit
  return showPage(visit, {
    title: messages.follow.askedTitle,
    body: <AskedPage messages={messages} hasDraft={hasDraft} />,
  })
}
