import { causeChange, causeList, signalCause, signalParams } from '@signalen/contract'
import { type CauseView, getCause, setCause } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'
import { readId } from './signal-path.ts'

const tags = ['signals']
const one = '/v1/private/signals/:id/cause'

/** What was behind a report, and what can be. */
export function causeRoutes(app: Api): void {
  app.get(
    '/v1/private/causes',
    {
      config: { operation: 'cause.list' },
      schema: { tags, summary: 'Causes to choose from', response: { 200: causeList } },
    },
    async (request) => ({ choices: [...contextOf(request).settings.causes] }),
  )

  app.get(
    one,
    {
      config: { operation: 'signal.cause' },
      schema: {
        tags,
        summary: 'What was behind a report',
        params: signalParams,
        response: { 200: signalCause },
      },
    },
    async (request) =>
      present(await getCause(contextOf(request), actorOf(request), readId(request.params.id))),
  )

  app.put(
    one,
    {
      config: { operation: 'signal.changeCause' },
      schema: {
        tags,
        summary: 'Say what was behind a report; null when it is not known',
        params: signalParams,
        body: causeChange,
        response: { 200: signalCause },
      },
    },
    async (request) => {
      const id = readId(request.params.id)
      const { cause } = request.body
      return present(await setCause(contextOf(request), actorOf(request), { id, cause }))
    },
  )
}

function present({ cause, choices }: CauseView) {
  return { cause, choices: [...choices] }
}
