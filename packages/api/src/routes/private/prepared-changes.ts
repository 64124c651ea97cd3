import {
  idParams,
  type PreparedChangeRequest,
  preparedChangeId,
  preparedChangeRequest,
  preparedChanges,
} from '@signalen/contract'
import {
  cancelPreparedChange,
  listPreparedChanges,
  type Preparation,
  type PreparedKind,
  prepareChange,
} from '@signalen/services'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentOptionalTime, presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'
import { readCategoryInput } from './categories.ts'

const tags = ['prepared changes']
const all = '/v1/private/prepared-changes'

/** Changes of what is set up that are made at a set time. */
export function preparedChangeRoutes(app: Api): void {
  app.get(
    all,
    {
      config: { operation: 'change.read' },
      schema: { tags, summary: 'What is planned, and what came of it', response: { 200: preparedChanges } },
    },
    async (request) => {
      const { settings } = contextOf(request)
      const changes = await listPreparedChanges(contextOf(request), actorOf(request))
      return changes.map((change) => ({
        id: change.id,
        kind: change.kind,
        object_id: change.objectId,
        title: change.title,
        publish_at: presentTime(change.publishAt, settings.timeZone),
        state: change.state,
        fault: change.fault,
        prepared_by: change.preparedBy,
        prepared_at: presentTime(change.preparedAt, settings.timeZone),
        ended_at: presentOptionalTime(change.endedAt, settings.timeZone),
      }))
    },
  )

  app.post(
    all,
    {
      config: { operation: 'change.prepare', errors: [404, 409] },
      bodyLimit: 2 * 1024 * 1024,
      schema: {
        tags,
        summary: 'Have a change made at a set time',
        body: preparedChangeRequest,
        response: { 201: preparedChangeId },
      },
    },
    async (request, reply) => {
      const id = await prepareChange(contextOf(request), actorOf(request), toPreparation(request.body))
      return reply.code(201).send({ id })
    },
  )

  app.delete(
    `${all}/:id`,
    {
      config: { operation: 'change.prepare', errors: [409] },
      schema: { tags, summary: 'Cancel a planned change', params: idParams, response: { 204: z.null() } },
    },
    async (request, reply) => {
      await cancelPreparedChange(contextOf(request), actorOf(request), request.params.id)
      return reply.code(204).send(null)
    },
  )
}

function toPreparation(body: PreparedChangeRequest): Preparation<PreparedKind> {
  const { kind, object_id: objectId, publish_at: publishAt } = body
  const input = kind === 'category' ? readCategoryInput(body.input) : body.input
  return { kind, objectId, input, publishAt: new Date(publishAt) }
}
