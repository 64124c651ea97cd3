import type { StatusCode } from '@signalen/domain'
import type { PartChange } from './part-change.ts'

/** Back to a state that a report had, because what was done to it is undone: no step of the workflow, no mail. */
export function restoreStatus(
  { state, text }: { readonly state: StatusCode; readonly text: string },
  { by, at }: { readonly by: string | null; readonly at: Date },
): PartChange {
  return {
    columns: {
      status_state: state,
      status_text: text,
      status_user: by,
      status_target_api: null,
      status_extra_properties: null,
      status_send_email: false,
      status_email_override: null,
      status_created_at: at,
    },
    event: { type: 'status', state, text, sendEmail: false },
    facts: { targetApi: null, emailOverride: null, extraProperties: null },
    idColumn: 'status_id',
  }
}
