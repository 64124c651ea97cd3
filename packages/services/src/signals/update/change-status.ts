import { decideStatusChange, type StatusChangeRequest } from '@signalen/domain'
import { problemOf } from '../../problem.ts'
import { jsonOrNull } from '../location/place-row.ts'
import type { PartChange } from './part-change.ts'

export interface StatusChange extends StatusChangeRequest {
  readonly extraProperties: unknown
  /** E-mail address of the employee; null for the reporter and for the system. */
  readonly by: string | null
  readonly at: Date
}

export function changeStatus(change: StatusChange): PartChange {
  const decision = decideStatusChange(change)
  if (!decision.ok) throw problemOf(decision)
  const { state, text, targetApi, sendEmail, emailOverride } = decision.value
  return {
    columns: {
      status_state: state,
      status_text: text,
      status_user: change.by,
      status_target_api: targetApi,
      status_extra_properties: jsonOrNull(change.extraProperties),
      status_send_email: sendEmail,
      status_email_override: emailOverride,
      status_created_at: change.at,
    },
    event: { type: 'status', state, text, sendEmail },
    facts: { targetApi, emailOverride, extraProperties: change.extraProperties ?? null },
    idColumn: 'status_id',
  }
}
