import {
  documentedAs,
  ID,
  reporter,
  reporterCancellation,
  reporterCreation,
  reporterListQuery,
  reporterPage,
  signalParams,
} from '@signalen/contract'
import { cancelReporter, createReporter, listReporters } from '@signalen/services'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentReporterRow } from '../../present/present-reporter.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['reporters']
const all = '/v1/private/signals/:id/reporters'

export function signalReporterRoutes(app: Api): void {
  app.get(
    all,
    {
      config: { operation: 'reporter.list' },
      schema: {
        tags,
        summary: 'Contact details of a report, earlier ones included',
        params: signalParams,
        querystring: reporterListQuery,
        response: { 200: reporterPage },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const asked = { signalId: readId(request.params.id), state: request.query.state }
      const reporters = await listReporters(context, actorOf(request), asked)
      return halList(
        request,
        reporters.map((row) => presentReporterRow(row, context.settings.timeZone)),
      )
    },
  )

  app.post(
    all,
    {
      config: { operation: 'reporter.create' },
      schema: {
        tags,
        summary: 'Change the contact details of a report',
        params: signalParams,
        body: reporterCreation,
        response: { 201: reporter },
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { email, phone, sharing_allowed } = request.body
      const signalId = readId(request.params.id)
      const input = { signalId, email, phone, sharingAllowed: sharing_allowed }
      const row = await createReporter(context, actorOf(request), input)
      return reply.code(201).send(presentReporterRow(row, context.settings.timeZone))
    },
  )

  app.post(
    `${all}/:reporterId/cancel`,
    {
      config: { operation: 'reporter.cancel' },
      schema: {
        tags,
        summary: 'Take back contact details that are not yet confirmed',
        params: signalParams.extend({ reporterId: documentedAs(z.string(), ID) }),
        body: reporterCancellation,
        response: { 200: reporter },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const row = await cancelReporter(context, actorOf(request), {
        signalId: readId(request.params.id),
        reporterId: readId(request.params.reporterId, 'Reporter'),
        reason: request.body?.reason ?? null,
      })
      return presentReporterRow(row, context.settings.timeZone)
    },
  )
}
