import { urgencyAnswer, urgencyRequest } from '@signalen/contract'
import { findPublicUrgency } from '@signalen/services'
import { contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

/** For forms: whether what someone is writing points to danger, and whom to call then. */
export function publicUrgencyRoutes(app: Api): void {
  app.post(
    '/v1/public/urgency',
    {
      config: { operation: 'public.urgency.read', throttle: 'look-ups' },
      schema: {
        tags: ['public signals'],
        summary: 'Whether a text points to danger',
        body: urgencyRequest,
        response: { 200: urgencyAnswer },
      },
    },
    async (request) => {
      const { matches, showsDutyNumber, dutyNumber } = findPublicUrgency(
        contextOf(request),
        request.body.text,
      )
      return {
        matches: matches.map(({ rule, found }) => ({
          rule: { id: rule.id, name: { ...rule.name } },
          found,
          effect: rule.effect,
        })),
        show_duty_number: showsDutyNumber,
        duty_number: dutyNumber,
      }
    },
  )
}
