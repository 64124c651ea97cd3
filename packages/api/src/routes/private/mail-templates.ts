import {
  mailTemplate,
  mailTemplatePage,
  mailTemplateParams,
  mailTemplatePreview,
  mailTemplatePreviewRequest,
  mailTemplateQuery,
  mailTemplateUpdate,
} from '@signalen/contract'
import {
  deleteMailTemplate,
  getMailTemplate,
  listMailTemplates,
  type MailTemplateView,
  previewMailTemplate,
  saveMailTemplate,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { baseUrl, link } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentOptionalTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['mail']
const all = '/v1/private/mail-templates'
const params = mailTemplateParams
const querystring = mailTemplateQuery

/** The texts of mails. Each occasion has one: the municipality's own, or ours for want of it. */
export function mailTemplateRoutes(app: Api): void {
  readRoutes(app)
  writeRoutes(app)
}

function readRoutes(app: Api): void {
  const config = { operation: 'mailTemplate.read' } as const
  app.get(
    all,
    { config, schema: { tags, summary: 'Texts of mails', response: { 200: mailTemplatePage } } },
    async (request) => {
      const templates = await listMailTemplates(contextOf(request))
      return halList(
        request,
        templates.map((template) => present(template, request)),
      )
    },
  )

  app.get(
    `${all}/:key`,
    {
      config,
      schema: { tags, summary: 'The text of one mail', params, querystring, response: { 200: mailTemplate } },
    },
    async (request) => {
      const name = { key: request.params.key, language: request.query.language }
      return present(await getMailTemplate(contextOf(request), name), request)
    },
  )
}

function writeRoutes(app: Api): void {
  const config = { operation: 'mailTemplate.write' } as const
  app.put(
    `${all}/:key`,
    {
      config,
      schema: {
        tags,
        summary: 'Write the text of a mail',
        params,
        querystring,
        body: mailTemplateUpdate,
        response: { 200: mailTemplate },
      },
    },
    async (request) => {
      const { key } = request.params
      const template = { key, language: request.query.language, ...request.body }
      return present(await saveMailTemplate(contextOf(request), actorOf(request), template), request)
    },
  )

  app.delete(
    `${all}/:key`,
    {
      config,
      schema: {
        tags,
        summary: 'Go back to the text that is there for want of an own one',
        params,
        querystring,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const name = { key: request.params.key, language: request.query.language }
      await deleteMailTemplate(contextOf(request), actorOf(request), name)
      return reply.code(204).send(null)
    },
  )

  app.post(
    `${all}/:key/preview`,
    {
      config,
      schema: {
        tags,
        summary: 'A text that is being written, filled in with a real report',
        params,
        querystring,
        body: mailTemplatePreviewRequest,
        response: { 200: mailTemplatePreview },
      },
    },
    async (request) => {
      const { title, body, signal } = request.body
      const { key } = request.params
      const preview = { key, language: request.query.language, title, body, signalId: signal }
      const { subject, html, text } = await previewMailTemplate(contextOf(request), actorOf(request), preview)
      return { subject, html, text }
    },
  )
}

function present(template: MailTemplateView, request: FastifyRequest) {
  return {
    _links: { self: link(baseUrl(request), `/signals${all}/${template.key}`) },
    key: template.key,
    language: template.language,
    translations: [...template.translations],
    title: template.title,
    body: template.body,
    is_own: template.isOwn,
    variables: [...template.variables],
    created_by: template.createdBy,
    updated_at: presentOptionalTime(template.updatedAt, contextOf(request).settings.timeZone),
  }
}
