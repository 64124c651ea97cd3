import { translations } from '@signalen/contract'
import { replaceTranslations } from '@signalen/services'
import { z } from 'zod'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

export function translationRoutes(app: Api): void {
  app.post(
    '/v1/private/translations',
    {
      config: { operation: 'translation.write' },
      schema: {
        tags: ['translations'],
        summary: 'Word texts in an own way',
        body: translations,
        response: { 201: z.unknown() },
      },
    },
    async (request, reply) => {
      const content = request.body ?? null
      await replaceTranslations(contextOf(request), actorOf(request), content)
      return reply.code(201).type('application/json').send(JSON.stringify(content))
    },
  )
}
