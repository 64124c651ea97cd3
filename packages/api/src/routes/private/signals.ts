import {
  signalCreation,
  signalCreationList,
  signalDetail,
  signalListItem,
  signalListQuery,
  signalPage,
  signalParams,
  signalUpdate,
} from '@signalen/contract'
import { type FilterParameters, findCreationRefusal } from '@signalen/domain'
import {
  createSignals,
  type DetailedSignal,
  getChangedSignal,
  getSignalDetail,
  listSignals,
  listSignalsById,
  problemOf,
  updateSignal,
} from '@signalen/services'
import type { FastifyReply, FastifyRequest, FastifySchemaCompiler } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { baseUrl } from '../../links.ts'
import { ONCE, onceOf } from '../../once.ts'
import { halPage, placeOf, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentSignalDetail, presentSignalListItem } from '../../present/present-signal.ts'
import type { Presenting } from '../../present/signal-parts.ts'
import type { Api, ApiOptions } from '../../types.ts'
import { readChanges, readNewSignal } from './signal-input.ts'
import { readId, readIfMatch, versionTag } from './signal-path.ts'

const ETAG = { ETag: 'The version of the report, for `If-Match`' }
const IF_MATCH = {
  'If-Match': 'The version that is changed; if it is no longer the last one, nothing is (412)',
}

const creation = z.union([signalCreation, signalCreationList])

/** One report or a list of them: whichever was sent is checked, so that its faults stand in its own form. */
const checkCreation: FastifySchemaCompiler<unknown> = (part) => {
  const one = validatorCompiler({ ...part, schema: signalCreation })
  const list = validatorCompiler({ ...part, schema: signalCreationList })
  return (data: unknown) => {
    const refusal = [data]
      .flat()
      .map(findRefusal)
      .find((found) => found !== undefined)
    if (refusal) throw problemOf(refusal)
    return Array.isArray(data) ? list(data) : one(data)
  }
}

export function signalRoutes(app: Api, options: ApiOptions): void {
  app.get(
    '/v1/private/signals',
    {
      config: { operation: 'signal.list' },
      schema: {
        tags: ['signals'],
        summary: 'Reports that one may see',
        querystring: signalListQuery,
        response: { 200: signalPage },
      },
    },
    async (request) => {
      const asked = readPage(request.query)
      const list = await listSignals(contextOf(request), actorOf(request), {
        parameters: request.query as FilterParameters,
        placeOf: placeOf(asked),
      })
      const to = presentingTo(request)
      const results = list.signals.map((signal) => presentSignalListItem(signal, to))
      return halPage(request, asked, { count: list.count, results })
    },
  )

  app.post(
    '/v1/private/signals',
    {
      config: { operation: 'signal.create', errors: [409], headers: ONCE },
      schema: {
        tags: ['signals'],
        summary: 'Make one report, or several at once',
        body: creation,
        response: { 201: z.union([signalListItem, z.array(signalListItem)]) },
      },
      validatorCompiler: checkCreation,
    },
    async (request, reply) => {
      const { body } = request
      const batch = { signals: [body].flat().map(readNewSignal), isList: Array.isArray(body) }
      const once = onceOf(request, 'signal.create', options.secret)
      const ids = await createSignals(contextOf(request), { batch, actor: actorOf(request), once })
      const to = presentingTo(request)
      const made = (await listSignalsById(contextOf(request), ids)).map((one) =>
        presentSignalListItem(one, to),
      )
      const [only] = made
      return reply.code(201).send(only && !batch.isList ? only : made)
    },
  )

  app.get(
    '/v1/private/signals/:id',
    {
      config: { operation: 'signal.read', headers: { answered: ETAG } },
      schema: {
        tags: ['signals'],
        summary: 'One report',
        params: signalParams,
        response: { 200: signalDetail },
      },
    },
    async (request, reply) => {
      const id = readId(request.params.id)
      return sendDetail(request, reply, await getSignalDetail(contextOf(request), actorOf(request), id))
    },
  )

  app.patch(
    '/v1/private/signals/:id',
    {
      // The least that any change asks; each part asks its own besides.
      config: {
        operation: 'signal.changePriority',
        errors: [412],
        headers: { asked: IF_MATCH, answered: ETAG },
      },
      schema: {
        tags: ['signals'],
        summary: 'Change parts of a report, all or none',
        params: signalParams,
        body: signalUpdate,
        response: { 200: signalDetail },
      },
    },
    async (request, reply) => {
      const id = readId(request.params.id)
      const ifVersion = readIfMatch(request.headers['if-match'])
      await updateSignal(contextOf(request), actorOf(request), {
        id,
        changes: readChanges(request.body),
        ifVersion,
      })
      return sendDetail(request, reply, await getChangedSignal(contextOf(request), id))
    },
  )
}

function sendDetail(request: FastifyRequest, reply: FastifyReply, signal: DetailedSignal) {
  reply.header('etag', versionTag(signal.row.version))
  return presentSignalDetail(signal, presentingTo(request))
}

export function presentingTo(request: FastifyRequest): Presenting {
  return { base: baseUrl(request), settings: contextOf(request).settings, actor: actorOf(request) }
}

function findRefusal(item: unknown) {
  return typeof item === 'object' && item !== null ? findCreationRefusal(Object.keys(item)) : undefined
}
