import { signalPage, signalSearchQuery } from '@signalen/contract'
import type { FilterParameters } from '@signalen/domain'
import { searchSignals } from '@signalen/services'
import { halPage, placeOf, readPage } from '../../pagination.ts'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentSignalListItem } from '../../present/present-signal.ts'
import { lastValue } from '../../query.ts'
import type { Api } from '../../types.ts'
import { presentingTo } from './signals.ts'

const LONGEST_QUESTION = 500

export function signalSearchRoutes(app: Api): void {
  app.get(
    '/v1/private/search',
    {
      config: { operation: 'signal.search' },
      schema: {
        tags: ['signals'],
        summary: 'Search reports by words, number, address, or whose they are',
        description:
          'Takes the filters of the list too; a number finds its report whatever they are. Counts and pages through 10,000 reports at most; where there are more, the newest.',
        querystring: signalSearchQuery,
        response: { 200: signalPage },
      },
    },
    async (request) => {
      const asked = readPage(request.query)
      const list = await searchSignals(contextOf(request), actorOf(request), {
        question: (lastValue(request.query.q) ?? '').replaceAll('\0', '').slice(0, LONGEST_QUESTION),
        parameters: { ...(request.query as FilterParameters), ordering: undefined },
        ordering: lastValue(request.query.ordering),
        placeOf: placeOf(asked),
      })
      const to = presentingTo(request)
      const results = list.signals.map((signal) => presentSignalListItem(signal, to))
      return halPage(request, asked, { count: list.count, results })
    },
  )
}
