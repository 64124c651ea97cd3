import type { UrgencyMatch } from '@signalen/classification'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { findDanger } from './decide-urgency.ts'

const LONGEST_TEXT = 3000

export interface PublicUrgency {
  readonly matches: readonly UrgencyMatch[]
  readonly showsDutyNumber: boolean
  /** Whom to call; null when the municipality has named none. */
  readonly dutyNumber: string | null
}

/** What someone should know who is writing about danger: the rules that apply, and whom to call. */
export function findPublicUrgency({ settings }: Context, text: string): PublicUrgency {
  if (text.trim() === '') throw invalid({ text: ['Dit veld mag niet leeg zijn.'] })
  const matches = findDanger(text.slice(0, LONGEST_TEXT), settings)
  return {
    matches,
    showsDutyNumber: matches.some(({ rule }) => rule.effect === 'duty-number'),
    dutyNumber: settings.contact?.emergencyNumber ?? null,
  }
}
