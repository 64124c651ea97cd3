import type { Reporter } from '@signalen/contract'
import type { ReporterView } from '@signalen/services'
import { presentOptionalTime, presentTime } from './time.ts'

export function presentReporterRow(row: ReporterView, timeZone: string): Reporter {
  return {
    id: row.id,
    email: row.email,
    phone: row.phone,
    allows_contact: row.allowsContact,
    sharing_allowed: row.sharing_allowed,
    state: row.state,
    email_verification_token_expires: presentOptionalTime(row.email_verification_token_expires, timeZone),
    created_at: presentTime(row.created_at, timeZone),
    updated_at: presentTime(row.updated_at, timeZone),
  }
}
