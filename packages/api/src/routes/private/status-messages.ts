import {
  idParams,
  messagePositions,
  messagePositionsRequest,
  type StatusMessageAnswer,
  type StatusMessageSearchAnswer,
  statusMessage,
  statusMessageCreateRequest,
  statusMessageListQuery,
  statusMessagePage,
  statusMessageSearchQuery,
  statusMessageSearchResult,
  statusMessageUpdateRequest,
} from '@signalen/contract'
import {
  createStatusMessage,
  deleteStatusMessage,
  getStatusMessage,
  listStatusMessages,
  STATUS_MESSAGE_ORDERS,
  type StatusMessage,
  type StatusMessageOrder,
  type StatusMessageSearchResult,
  searchStatusMessages,
  setMessagePositions,
  updateStatusMessage,
} from '@signalen/services'
import { z } from 'zod'
import { halPage, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['standard texts']
const read = { operation: 'statusMessage.read' } as const
const SEARCH_PAGE_SIZE = 15

export function statusMessageRoutes(app: Api): void {
  readRoutes(app)
  writeRoutes(app)

  app.post(
    '/v1/private/status-messages/category/:id',
    {
      config: { operation: 'statusMessage.position' },
      schema: {
        tags,
        summary: 'Put standard texts in their place in a category',
        params: idParams,
        body: messagePositionsRequest,
        response: { 201: messagePositions },
      },
    },
    async (request, reply) => {
      const { body } = request
      const isList = Array.isArray(body)
      const positions = isList ? body : [body]
      await setMessagePositions(contextOf(request), request.params.id, { positions, isList })
      return reply.code(201).send(body)
    },
  )
}

function readRoutes(app: Api): void {
  app.get(
    '/v1/private/status-messages',
    {
      config: read,
      schema: {
        tags,
        summary: 'Standard texts',
        querystring: statusMessageListQuery,
        response: { 200: statusMessagePage },
      },
    },
    async (request) => {
      const { ordering, ...filter } = request.query
      const page = readPage(request.query)
      const found = await listStatusMessages(contextOf(request), { filter, order: readOrder(ordering), page })
      return halPage(request, page, { count: found.count, results: found.results.map(presentStatusMessage) })
    },
  )

  app.get(
    '/v1/private/status-messages/search',
    {
      config: read,
      schema: {
        tags,
        summary: 'Standard texts by their words',
        querystring: statusMessageSearchQuery,
        response: { 200: statusMessageSearchResult },
      },
    },
    async (request) => {
      const { q = '', state = [], active } = request.query
      const page = readPage(request.query, SEARCH_PAGE_SIZE)
      return presentSearch(await searchStatusMessages(contextOf(request), { q, state, active, page }))
    },
  )

  app.get(
    '/v1/private/status-messages/:id',
    {
      config: read,
      schema: { tags, summary: 'One standard text', params: idParams, response: { 200: statusMessage } },
    },
    async (request) => presentStatusMessage(await getStatusMessage(contextOf(request), request.params.id)),
  )
}

function writeRoutes(app: Api): void {
  const url = '/v1/private/status-messages/:id'
  const update = { operation: 'statusMessage.update' } as const
  app.post(
    '/v1/private/status-messages',
    {
      config: { operation: 'statusMessage.create' },
      schema: {
        tags,
        summary: 'Add a standard text',
        body: statusMessageCreateRequest,
        response: { 201: statusMessage },
      },
    },
    async (request, reply) => {
      const created = await createStatusMessage(contextOf(request), actorOf(request), request.body)
      return reply.code(201).send(presentStatusMessage(created))
    },
  )

  app.put(
    url,
    {
      config: update,
      schema: {
        tags,
        summary: 'Replace a standard text',
        params: idParams,
        body: statusMessageCreateRequest,
        response: { 200: statusMessage },
      },
    },
    async (request) =>
      presentStatusMessage(
        await updateStatusMessage(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.patch(
    url,
    {
      config: update,
      schema: {
        tags,
        summary: 'Change a standard text',
        params: idParams,
        body: statusMessageUpdateRequest,
        response: { 200: statusMessage },
      },
    },
    async (request) =>
      presentStatusMessage(
        await updateStatusMessage(contextOf(request), actorOf(request), {
          id: request.params.id,
          input: request.body,
        }),
      ),
  )

  app.delete(
    url,
    {
      config: { operation: 'statusMessage.delete' },
      schema: { tags, summary: 'Remove a standard text', params: idParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await deleteStatusMessage(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

/** Terms that are no order are left out. */
function readOrder(terms: readonly string[] = []): StatusMessageOrder[] {
  return terms.flatMap((term) => STATUS_MESSAGE_ORDERS.find((order) => order === term) ?? [])
}

function presentStatusMessage(message: StatusMessage): StatusMessageAnswer {
  const { id, title, text, active, state, categoryIds, createdAt, updatedAt } = message
  return {
    id,
    title,
    text,
    active,
    state,
    categories: [...categoryIds],
    updated_at: presentTime(updatedAt),
    created_at: presentTime(createdAt),
  }
}

function presentSearch({
  count,
  results,
  states,
  actives,
}: StatusMessageSearchResult): StatusMessageSearchAnswer {
  return {
    count,
    results: results.map(({ titleHighlights, textHighlights, ...message }) => ({
      ...message,
      meta: { highlight: { title: [...titleHighlights], text: [...textHighlights] } },
    })),
    facets: { state: [...states], active: [...actives] },
  }
}
