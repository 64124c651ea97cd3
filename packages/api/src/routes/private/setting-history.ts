import { settingHistoryParams, settingHistoryQuery, settingsHistory } from '@signalen/contract'
import { listSettingHistory } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const SYSTEM = 'Signalen systeem'

/** Who changed what, of all that is set up and has no history at an address of its own. */
export function settingHistoryRoutes(app: Api): void {
  app.get(
    '/v1/private/setting-history/:type',
    {
      config: { operation: 'history.read' },
      schema: {
        tags: ['administration'],
        summary: 'What changed in something that is set up',
        params: settingHistoryParams,
        querystring: settingHistoryQuery,
        response: { 200: settingsHistory },
      },
    },
    async (request) => {
      const { type } = request.params
      const lines = await listSettingHistory(contextOf(request), actorOf(request), {
        type,
        id: request.query.id,
      })
      return lines.map(({ id, at, by, words }) => ({
        identifier: `${type.toUpperCase()}_${id}`,
        when: presentTime(at),
        what: `UPDATED_${type.toUpperCase()}`,
        action: words,
        description: null,
        who: by ?? SYSTEM,
      }))
    },
  )
}
