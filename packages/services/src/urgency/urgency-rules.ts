import { DEFAULT_URGENCY_RULES, type UrgencyRule } from '@signalen/classification'
import { type Actor, isSameJson, judge } from '@signalen/domain'
import type { Context } from '../context.ts'
import { forbidden } from '../problem.ts'
import { saveSettings } from '../settings/save-settings.ts'
import type { Settings } from '../settings/settings.ts'

export interface UrgencyRules {
  readonly isActive: boolean
  readonly rules: readonly UrgencyRule[]
  /** Whether they are the rules that come with the product. */
  readonly areShipped: boolean
  /** Who changed them last; null while nobody did. */
  readonly changed: { readonly at: Date; readonly by: string | null } | null
}

export async function getUrgencyRules(context: Context, actor: Actor): Promise<UrgencyRules> {
  if (!judge(actor, 'urgency.read').allowed) throw forbidden()
  return describeRules(context, context.settings)
}

async function describeRules(
  context: Context,
  { urgency, urgencyRules }: Pick<Settings, 'urgency' | 'urgencyRules'>,
): Promise<UrgencyRules> {
  const last = await context.db.kysely
    .selectFrom('audit_log')
    .select(['occurred_at', 'actor'])
    .where('action', '=', 'setting.saved')
    .where('object_id', 'in', ['urgency', 'urgencyRules'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return {
    isActive: urgency,
    rules: urgencyRules,
    areShipped: isSameJson(urgencyRules, DEFAULT_URGENCY_RULES),
    changed: last ? { at: last.occurred_at, by: last.actor } : null,
  }
}

export interface NewUrgencyRules {
  readonly isActive: boolean
  readonly rules: readonly UrgencyRule[]
}

/** They count from the next report on. */
export async function saveUrgencyRules(
  context: Context,
  actor: Actor,
  { isActive, rules }: NewUrgencyRules,
): Promise<UrgencyRules> {
  if (!judge(actor, 'urgency.update').allowed) throw forbidden()
  const given = { urgency: isActive, urgencyRules: rules }
  await saveSettings(context, actor, given)
  return describeRules(context, given)
}
