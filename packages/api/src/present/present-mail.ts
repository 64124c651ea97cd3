import type { LoggedMailRow } from '@signalen/contract'
import type { LoggedMail } from '@signalen/services'
import { link } from '../links.ts'
import { presentOptionalTime, presentTime } from './time.ts'

export function presentMail(mail: LoggedMail, to: { base: string; timeZone: string }): LoggedMailRow {
  return {
    _links: { self: link(to.base, `/signals/v1/private/mails/${mail.id}`) },
    id: mail.id,
    signal_id: mail.signalId,
    template: mail.template,
    recipient: mail.recipient,
    subject: mail.subject,
    state: mail.state,
    attempts: mail.attempts,
    last_error: mail.lastError,
    created_at: presentTime(mail.createdAt, to.timeZone),
    sent_at: presentOptionalTime(mail.sentAt, to.timeZone),
  }
}
