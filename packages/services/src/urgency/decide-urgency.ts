import { findUrgency, type UrgencyMatch } from '@signalen/classification'
import type { Priority } from '@signalen/domain'
import type { Settings } from '../settings/settings.ts'

export interface UrgencyDecision {
  readonly matches: readonly UrgencyMatch[]
  /** Told to staff in the history of the report: which rule, by which words. */
  readonly note: string
}

type UrgencySettings = Pick<Settings, 'urgency' | 'urgencyRules'>

/** Which rules of danger a text meets, where the municipality uses them. */
export function findDanger(
  text: string,
  { urgency, urgencyRules }: UrgencySettings,
): readonly UrgencyMatch[] {
  return urgency ? findUrgency(text, urgencyRules).matches : []
}

/**
 * Whether a new report becomes urgent, and why; undefined when it stays as it is. A rule that shows the duty
 * number means more danger, not less: who reports in writing all the same is not kept waiting.
 */
export function decideUrgency(
  report: { readonly text: string; readonly priority: Priority },
  settings: UrgencySettings,
): UrgencyDecision | undefined {
  if (report.priority === 'high') return undefined
  const matches = findDanger(report.text, settings)
  return matches.length === 0 ? undefined : { matches, note: describe(matches) }
}

function describe(matches: readonly UrgencyMatch[]): string {
  const reasons = matches.map(({ rule, found }) => `regel "${rule.name.nl}" door de woorden "${found}"`)
  return `De urgentie is automatisch hoog geworden: ${reasons.join('; ')}.`
}
