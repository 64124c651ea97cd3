import { duplicatePage, duplicateRequest, signalParams } from '@signalen/contract'
import { displayNumber } from '@signalen/domain'
import { type LikelyDuplicate, listDuplicates, listDuplicatesOfNew } from '@signalen/services'
import type { FastifyRequest } from 'fastify'
import { baseUrl, link } from '../../links.ts'
import { halList } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentShortCategory, presentShortStatus, signalPath } from '../../present/signal-parts.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['signals']

/** Open reports that are probably about the same thing, each with the reason why. */
export function duplicateRoutes(app: Api): void {
  app.get(
    '/v1/private/signals/:id/duplicates',
    {
      config: { operation: 'signal.duplicates' },
      schema: {
        tags,
        summary: 'Open reports that are probably about the same thing',
        params: signalParams,
        response: { 200: duplicatePage },
      },
    },
    async (request) => {
      const id = readId(request.params.id)
      const found = await listDuplicates(contextOf(request), actorOf(request), id)
      return halList(request, present(found, request))
    },
  )

  app.post(
    '/v1/private/signals/duplicates',
    {
      config: { operation: 'signal.findDuplicates' },
      schema: {
        tags,
        summary: 'Whether something has been reported already',
        body: duplicateRequest,
        response: { 200: duplicatePage },
      },
    },
    async (request) => {
      const { text, category_url: category, location: point } = request.body
      const found = await listDuplicatesOfNew(contextOf(request), actorOf(request), { text, category, point })
      return halList(request, present(found, request))
    },
  )
}

function present(duplicates: readonly LikelyDuplicate[], request: FastifyRequest) {
  const { idPrefix, timeZone } = contextOf(request).settings
  return duplicates.map(({ id, text, state, createdAt, category, distanceMetres, score, reason }) => ({
    _links: { self: link(baseUrl(request), signalPath(id)) },
    id,
    id_display: displayNumber(id, idPrefix),
    text,
    created_at: presentTime(createdAt, timeZone),
    category: presentShortCategory(category),
    status: presentShortStatus(state),
    distance: Math.round(distanceMetres),
    score,
    reason: { ...reason },
  }))
}
