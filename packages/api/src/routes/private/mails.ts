import {
  documentedAs,
  ID,
  loggedMail,
  loggedMailPage,
  loggedMailText,
  mailListQuery,
  mailPreview,
  mailPreviewRequest,
  signalParams,
} from '@signalen/contract'
import { getMail, listMails, previewMail, sendMailAgain } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { halPage, readPage, resolvePage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentMail } from '../../present/present-mail.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['mail']
const params = z.object({ mailId: documentedAs(z.string(), ID) })

export function mailRoutes(app: Api): void {
  previewRoute(app)
  logRoutes(app)
}

function previewRoute(app: Api): void {
  app.post(
    '/v1/private/signals/:id/email/preview',
    {
      config: { operation: 'signal.previewMail' },
      schema: {
        tags,
        summary: 'The mail that would follow a status',
        params: signalParams,
        body: mailPreviewRequest,
        response: { 200: mailPreview },
      },
    },
    async (request) => {
      const { status, text, email_override } = request.body
      const { subject, html } = await previewMail(contextOf(request), actorOf(request), {
        signalId: readId(request.params.id),
        state: status,
        text,
        emailOverride: email_override,
      })
      return { subject, html }
    },
  )
}

function logRoutes(app: Api): void {
  app.get(
    '/v1/private/mails',
    {
      config: { operation: 'mail.list' },
      schema: {
        tags,
        summary: 'Mail that was sent',
        querystring: mailListQuery,
        response: { 200: loggedMailPage },
      },
    },
    async (request) => {
      const asked = readPage(request.query)
      const { count, mails } = await listMails(contextOf(request), actorOf(request), {
        filter: readFilter(request.query),
        placeOf: (total) => ({
          limit: asked.pageSize,
          offset: (resolvePage(asked, total) - 1) * asked.pageSize,
        }),
      })
      const to = towards(request)
      return halPage(request, asked, { count, results: mails.map((mail) => presentMail(mail, to)) })
    },
  )

  app.get(
    '/v1/private/mails/:mailId',
    {
      config: { operation: 'mail.list' },
      schema: {
        tags,
        summary: 'One mail, without the secrets in its links',
        params,
        response: { 200: loggedMailText },
      },
    },
    async (request) => {
      const mail = await getMail(contextOf(request), actorOf(request), readId(request.params.mailId, 'Mail'))
      return { ...presentMail(mail, towards(request)), text: mail.text, html: mail.html }
    },
  )

  app.post(
    '/v1/private/mails/:mailId/send-again',
    {
      config: { operation: 'mail.sendAgain', errors: [409] },
      schema: { tags, summary: 'Send a mail once more', params, response: { 202: loggedMail } },
    },
    async (request, reply) => {
      const id = readId(request.params.mailId, 'Mail')
      const mail = await sendMailAgain(contextOf(request), actorOf(request), id)
      return reply.code(202).send(presentMail(mail, towards(request)))
    },
  )
}

function readFilter(query: z.infer<typeof mailListQuery>) {
  return {
    signalId: query.signal,
    state: query.state,
    template: query.template,
    recipient: query.recipient,
    createdAfter: query.created_after,
    createdBefore: query.created_before,
  }
}

function towards(request: FastifyRequest) {
  return { base: baseUrl(request), timeZone: contextOf(request).settings.timeZone }
}
