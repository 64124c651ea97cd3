import { type PreferencesAnswer, preferences, preferencesRequest } from '@signalen/contract'
import { changePreferences, findPreferences, type Preferences } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['users']
const url = '/v1/private/me/preferences'

export function preferenceRoutes(app: Api): void {
  app.get(
    url,
    {
      config: { operation: 'preference.read' },
      schema: { tags, summary: 'How one likes to see things', response: { 200: preferences } },
    },
    async (request) => presentPreferences(await findPreferences(contextOf(request), actorOf(request))),
  )

  app.patch(
    url,
    {
      config: { operation: 'preference.write' },
      schema: {
        tags,
        summary: 'Change how one likes to see things',
        body: preferencesRequest,
        response: { 200: preferences },
      },
    },
    async (request) =>
      presentPreferences(await changePreferences(contextOf(request), actorOf(request), request.body)),
  )
}

function presentPreferences(kept: Preferences | undefined): PreferencesAnswer {
  return {
    start_page: kept?.start_page ?? null,
    columns: kept?.columns ? [...kept.columns] : null,
    ordering: kept?.ordering ?? null,
    list_view: kept?.list_view ?? null,
    is_chosen: kept !== undefined,
  }
}
