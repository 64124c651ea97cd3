import { setTimeout as delay } from 'node:timers/promises'
import {
  documentedAs,
  myReportDetail,
  myReportHistory,
  myReportHistoryQuery,
  myReportLinkRequest,
  myReportListQuery,
  myReportPage,
  myReportReader,
  UUID,
} from '@signalen/contract'
import { findTranslationLanguage } from '@signalen/domain'
import {
  type Context,
  getMyReport,
  getReader,
  listMyAttachments,
  listMyHistory,
  listMyReports,
  notFound,
  type Reader,
  requestMyReportsLink,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { contextOf } from '../../plugins/access.ts'
import { mediaFor } from '../../present/present-attachment.ts'
import {
  presentMyHistoryLine,
  presentMyReport,
  presentMyReportDetail,
} from '../../present/present-my-report.ts'
import type { Api, ApiOptions } from '../../types.ts'

const ANSWER_MILLISECONDS = 250

const tags = ['my reports']
const config = { operation: 'myReports.read' } as const
const security = [{ reporter: [] }]
const params = z.object({ uuid: documentedAs(z.string(), UUID) })

/** Someone's own reports, by the link that is mailed to them. Where a municipality does not want this, nothing is there. */
export function myReportRoutes(app: Api, options: ApiOptions): void {
  linkRoute(app)
  listRoutes(app, options)
  detailRoutes(app, options)
}

function linkRoute(app: Api): void {
  app.post(
    '/v1/my/signals/request-auth-token',
    {
      config: { operation: 'myReports.requestToken', throttle: 'mailed-links' },
      schema: { tags, summary: 'Have a link to my reports mailed', body: myReportLinkRequest },
    },
    async (request, reply) => {
      const context = wantedContext(request)
      const email = request.body?.email
      const language = findTranslationLanguage(request.body?.language)
      // As long for an address that is known as for one that is not.
      await Promise.all([
        typeof email === 'string' ? requestMyReportsLink(context, email, language) : undefined,
        delay(ANSWER_MILLISECONDS),
      ])
      return reply.code(200).send()
    },
  )
}

function listRoutes(app: Api, options: ApiOptions): void {
  app.get(
    '/v1/my/signals/me',
    { config, schema: { tags, security, summary: 'Whose link this is', response: { 200: myReportReader } } },
    async (request) => ({ email: (await readerOf(request)).email }),
  )

  app.get(
    '/v1/my/signals',
    {
      config,
      preValidation: async (request) => void (await readerOf(request)),
      schema: {
        tags,
        security,
        summary: 'My reports',
        querystring: myReportListQuery,
        response: { 200: myReportPage },
      },
    },
    async (request) => {
      const reader = await readerOf(request)
      const reports = await listMyReports(contextOf(request), reader, request.query)
      const media = mediaFor(request, options)
      return halList(
        request,
        reports.map((report) => presentMyReport(report, media)),
      )
    },
  )
}

function detailRoutes(app: Api, options: ApiOptions): void {
  app.get(
    '/v1/my/signals/:uuid',
    {
      config,
      schema: { tags, security, summary: 'One of my reports', params, response: { 200: myReportDetail } },
    },
    async (request) => {
      const report = await reportOf(request, request.params.uuid)
      const attachments = await listMyAttachments(contextOf(request), report)
      return presentMyReportDetail(report, attachments, mediaFor(request, options))
    },
  )

  app.get(
    '/v1/my/signals/:uuid/history',
    {
      config,
      preValidation: async (request) => void (await readerOf(request)),
      schema: {
        tags,
        security,
        summary: 'What happened to one of my reports',
        params,
        querystring: myReportHistoryQuery,
        response: { 200: myReportHistory },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const report = await reportOf(request, request.params.uuid)
      const lines = await listMyHistory(context, report, request.query)
      return lines.map((line) => presentMyHistoryLine(line, report, context.settings.timeZone))
    },
  )
}

async function reportOf(request: FastifyRequest, uuid: string) {
  const reader = await readerOf(request)
  return getMyReport(contextOf(request), reader, uuid)
}

function readerOf(request: FastifyRequest): Promise<Reader> {
  return getReader(wantedContext(request), tokenOf(request.headers.authorization))
}

function tokenOf(header: string | undefined): string | undefined {
  return /^Token\s+(\S+)$/i.exec(header ?? '')?.[1]
}

function wantedContext(request: FastifyRequest): Context {
  const context = contextOf(request)
  if (!context.settings.myReports) throw notFound()
  return context
}
