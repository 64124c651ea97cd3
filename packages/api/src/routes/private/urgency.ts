import { type UrgencyRuleAnswer, urgencyRules, urgencyRulesChange } from '@signalen/contract'
import { getUrgencyRules, saveUrgencyRules, type UrgencyRules } from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import { presentOptionalTime } from '../../present/time.ts'
import type { Api } from '../../types.ts'

const tags = ['urgency']
const path = '/v1/private/urgency/rules'

/** Words of danger, and what they do: for administrators to see and to change. */
export function urgencyRoutes(app: Api): void {
  app.get(
    path,
    {
      config: { operation: 'urgency.read' },
      schema: { tags, summary: 'Rules of danger', response: { 200: urgencyRules } },
    },
    async (request) => {
      const context = contextOf(request)
      return present(await getUrgencyRules(context, actorOf(request)), context.settings.timeZone)
    },
  )

  app.put(
    path,
    {
      config: { operation: 'urgency.update' },
      schema: {
        tags,
        summary: 'Change the rules of danger',
        body: urgencyRulesChange,
        response: { 200: urgencyRules },
      },
    },
    async (request) => {
      const context = contextOf(request)
      const { is_active: isActive, rules } = request.body
      const saved = await saveUrgencyRules(context, actorOf(request), {
        isActive,
        rules: rules.map(readRule),
      })
      return present(saved, context.settings.timeZone)
    },
  )
}

function readRule({ is_active: isActive, unless, ...rule }: UrgencyRuleAnswer) {
  return { ...rule, isActive, ...(unless.length > 0 ? { unless } : {}) }
}

function present({ isActive, areShipped, changed, rules }: UrgencyRules, timeZone: string) {
  return {
    is_active: isActive,
    are_shipped: areShipped,
    changed_at: presentOptionalTime(changed?.at ?? null, timeZone),
    changed_by: changed?.by ?? null,
    rules: rules.map((rule) => ({
      id: rule.id,
      name: { ...rule.name },
      phrases: [...rule.phrases],
      unless: [...(rule.unless ?? [])],
      effect: rule.effect,
      is_active: rule.isActive,
    })),
  }
}
