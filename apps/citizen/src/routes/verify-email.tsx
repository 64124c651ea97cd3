import type { FastifyInstance } from 'fastify'
import { verifyEmail } from '../api/verify-email.ts'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit } from '../http/visit.ts'
import { VerifyEmailPage } from '../pages/VerifyEmailPage.tsx'
import { showClosedLink, showMessage } from './closed-link.tsx'

interface TokenParameters {
  readonly token: string
}

/** Confirming takes a press of a button, as mail programs open links by themselves. */
export function verifyEmailRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: TokenParameters }>('/verify_email/:token', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { title } = visit.messages.verify
    return showPage(visit, {
      title,
      body: <VerifyEmailPage token={request.params.token} messages={visit.messages} />,
    })
  })

  app.post<{ Params: TokenParameters }>('/verify_email/:token', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const text = visit.messages.verify
    const outcome = await verifyEmail(visit.api, request.params.token)
    return outcome === 'done'
      ? showMessage(visit, text.doneTitle, text.done)
      : showClosedLink(visit, text, outcome)
  })
}
