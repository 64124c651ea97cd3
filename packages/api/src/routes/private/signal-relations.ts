import { newRelation, relationPage, relationParams, signalParams } from '@signalen/contract'
import { displayNumber } from '@signalen/domain'
import { listRelations, type Relation, relateSignals, unrelateSignals } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { baseUrl, link } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentShortCategory, presentShortStatus, signalPath } from '../../present/signal-parts.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['signals']
const all = '/v1/private/signals/:id/relations'

/** Which reports belong together: linked, or one a duplicate of the other. */
export function signalRelationRoutes(app: Api): void {
  app.get(
    all,
    {
      config: { operation: 'signal.relations' },
      schema: {
        tags,
        summary: 'What a report belongs together with',
        params: signalParams,
        response: { 200: relationPage },
      },
    },
    async (request) => presentRelations(request, readId(request.params.id)),
  )

  app.post(
    all,
    {
      config: { operation: 'signal.relate', errors: [409] },
      schema: {
        tags,
        summary: 'Link a report to another, or make it a duplicate of another',
        params: signalParams,
        body: newRelation,
        response: { 201: relationPage },
      },
    },
    async (request, reply) => {
      const id = readId(request.params.id)
      const { signal: otherId, kind, text } = request.body
      await relateSignals(contextOf(request), actorOf(request), {
        id,
        otherId,
        kind,
        text: text?.trim() || null,
      })
      return reply.code(201).send(await presentRelations(request, id))
    },
  )

  app.delete(
    `${all}/:other`,
    {
      config: { operation: 'signal.relate' },
      schema: {
        tags,
        summary: 'End what is between two reports',
        params: relationParams,
        response: { 200: relationPage },
      },
    },
    async (request) => {
      const id = readId(request.params.id)
      await unrelateSignals(contextOf(request), actorOf(request), {
        id,
        otherId: readId(request.params.other),
      })
      return presentRelations(request, id)
    },
  )
}

async function presentRelations(request: FastifyRequest, id: number) {
  const relations = await listRelations(contextOf(request), actorOf(request), id)
  return halList(
    request,
    relations.map((one) => presentRelation(one, request)),
  )
}

function presentRelation({ kind, createdAt, createdBy, other }: Relation, request: FastifyRequest) {
  const { idPrefix, timeZone } = contextOf(request).settings
  return {
    _links: { self: link(baseUrl(request), signalPath(other.id)) },
    kind,
    created_at: presentTime(createdAt, timeZone),
    created_by: createdBy,
    signal: {
      id: other.id,
      id_display: displayNumber(other.id, idPrefix),
      text: other.text,
      created_at: presentTime(other.createdAt, timeZone),
      category: presentShortCategory(other.category),
      status: presentShortStatus(other.state),
      can_view_signal: other.canView,
    },
  }
}
