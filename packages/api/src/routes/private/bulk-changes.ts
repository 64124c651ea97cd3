import {
  type BulkChangeRequest,
  bulkChange,
  bulkChangePage,
  bulkChangePreview,
  bulkChangeRequest,
  pageQuery,
} from '@signalen/contract'
import { displayNumber } from '@signalen/domain'
import {
  askUndo,
  type BulkChange,
  type BulkRequest,
  getBulkChange,
  invalid,
  listBulkChanges,
  previewBulkChange,
  startBulkChange,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'
import { readChanges } from './signal-input.ts'
import { readId } from './signal-path.ts'

const tags = ['bulk changes']
const all = '/v1/private/bulk-changes'
const params = z.object({ id: z.string() })

/** One change of many reports: looked at first, carried out by a job, and undone while its mails are held. */
export function bulkChangeRoutes(app: Api): void {
  makeRoutes(app)
  readRoutes(app)
}

function makeRoutes(app: Api): void {
  const config = { operation: 'bulkChange.make' } as const
  app.post(
    `${all}/preview`,
    {
      config,
      schema: {
        tags,
        summary: 'What a change of many reports would come to',
        body: bulkChangeRequest,
        response: { 200: bulkChangePreview },
      },
    },
    async (request) => {
      const found = await previewBulkChange(contextOf(request), actorOf(request), readRequest(request.body))
      return {
        count: found.all,
        changing: found.changing,
        mails: found.mails,
        colleague_mails: found.colleagueMails,
        refusals: found.refusals.map((one) => ({ ...one })),
      }
    },
  )

  app.post(
    all,
    {
      config,
      schema: {
        tags,
        summary: 'Change many reports at once',
        body: bulkChangeRequest,
        response: { 202: bulkChange },
      },
    },
    async (request, reply) => {
      const started = await startBulkChange(contextOf(request), actorOf(request), readRequest(request.body))
      return reply.code(202).send(present(started, request))
    },
  )

  app.post(
    `${all}/:id/undo`,
    {
      config: { ...config, errors: [409] },
      schema: {
        tags,
        summary: 'Undo a change of many reports, before its mails go out',
        params,
        response: { 202: bulkChange },
      },
    },
    async (request, reply) => {
      const id = readId(request.params.id, 'BulkChange')
      return reply.code(202).send(present(await askUndo(contextOf(request), actorOf(request), id), request))
    },
  )
}

function readRoutes(app: Api): void {
  const config = { operation: 'bulkChange.read' } as const
  app.get(
    all,
    {
      config,
      schema: {
        tags,
        summary: 'Own changes of many reports, the newest first',
        querystring: pageQuery,
        response: { 200: bulkChangePage },
      },
    },
    async (request) => {
      const changes = await listBulkChanges(contextOf(request), actorOf(request))
      return halList(
        request,
        changes.map((one) => present(one, request)),
      )
    },
  )

  app.get(
    `${all}/:id`,
    {
      config,
      schema: { tags, summary: 'How far a change of many reports is', params, response: { 200: bulkChange } },
    },
    async (request) => {
      const id = readId(request.params.id, 'BulkChange')
      return present(await getBulkChange(contextOf(request), actorOf(request), id), request)
    },
  )
}

const MAILED_ELSEWHERE: readonly string[] = ['reaction requested', 'forward to external', 'ready to send']

function readRequest({ signals, filter, changes }: BulkChangeRequest): BulkRequest {
  if ((signals === undefined) === (filter === undefined)) {
    throw invalid({ signals: ['Noem de meldingen, of een filter.'] })
  }
  const { status, category, priority, note, routingDepartmentIds, assignedUserEmail } = readChanges(changes)
  const wanted = { status, category, priority, note, routingDepartmentIds, assignedUserEmail }
  if (Object.values(wanted).every((value) => value === undefined)) {
    throw invalid({ changes: ['Er is niets om te wijzigen.'] })
  }
  if (MAILED_ELSEWHERE.includes(status?.state ?? '')) {
    throw invalid({ changes: ['Deze status kan alleen op de melding zelf worden gekozen.'] })
  }
  const target = signals === undefined ? { filter: filter ?? {} } : { ids: signals }
  return { target, changes: wanted }
}

function present(change: BulkChange, request: FastifyRequest) {
  const { idPrefix, timeZone } = contextOf(request).settings
  const { id, state, createdAt, finishedAt, mailsHeldUntil, counts, refusals } = change
  return {
    id,
    state,
    created_at: presentTime(createdAt, timeZone),
    finished_at: finishedAt && presentTime(finishedAt, timeZone),
    mails_held_until: presentTime(mailsHeldUntil, timeZone),
    counts: { ...counts },
    refusals: refusals.map(({ signalId, reason }) => ({
      signal: signalId,
      id_display: displayNumber(signalId, idPrefix),
      reason,
    })),
  }
}
