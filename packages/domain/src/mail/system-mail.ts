import type { MailTemplateKey } from './template-keys.ts'

/** Mails that do not follow a status: their subject without a template, and the note once sent. */
export interface SystemMail {
  readonly template: MailTemplateKey
  readonly fallbackSubject: string
  readonly note: string | null
}

export function describeFeedbackReceivedMail(): SystemMail {
  return {
    template: 'signal_feedback_received',
    fallbackSubject: 'Bedankt voor uw feedback',
    note: 'Automatische e-mail bij ontvangen van feedback is verzonden aan de melder.',
  }
}

export function describeForwardAnsweredMail(displayNumber: string): SystemMail {
  return {
    template: 'signal_forward_to_external_reaction_received',
    fallbackSubject: `Melding ${displayNumber}: reactie ontvangen`,
    note: null,
  }
}

/** `departmentName` is `null` when it is assigned to the person, not to their department. */
export function describeAssignedMail(displayNumber: string, departmentName: string | null): SystemMail {
  return {
    template: 'signal_assigned',
    fallbackSubject: `Melding ${displayNumber} is toegewezen aan ${departmentName ?? 'jou'}`,
    note: null,
  }
}

export function describeMentionMail(displayNumber: string): SystemMail {
  return {
    template: 'note_mention',
    fallbackSubject: `U bent genoemd bij melding ${displayNumber}`,
    note: null,
  }
}

export function describeInviteMail(municipality: string): SystemMail {
  return {
    template: 'user_invited',
    fallbackSubject: `U kunt nu inloggen bij Signalen van ${municipality}`,
    note: null,
  }
}

export function describeFailedChangeMail(): SystemMail {
  return {
    template: 'prepared_change_failed',
    fallbackSubject: 'Een geplande wijziging is niet gelukt',
    note: null,
  }
}

export function describeMyReportsMail(): SystemMail {
  return { template: 'my_signal_token', fallbackSubject: 'Uw meldingen bekijken', note: null }
}

export function describeSubscriptionMail(
  occasion: 'subscription_confirm' | 'followed_signal_news' | 'map_news',
): SystemMail {
  const subjects = {
    subscription_confirm: 'Bevestig dat u onze mail wilt krijgen',
    followed_signal_news: 'Nieuws over een melding die u volgt',
    map_news: 'Nieuwe meldingen bij u in de buurt',
  }
  return { template: occasion, fallbackSubject: subjects[occasion], note: null }
}

export function describeReporterMail(
  occasion: 'verify_email_reporter' | 'notify_current_reporter' | 'confirm_reporter_updated',
  displayNumber: string,
): SystemMail {
  const subjects = {
    verify_email_reporter: `Bevestig uw e-mailadres voor melding ${displayNumber}`,
    notify_current_reporter: `Wijziging van uw contactgegevens bij melding ${displayNumber}`,
    confirm_reporter_updated: `Uw contactgegevens bij melding ${displayNumber} zijn gewijzigd`,
  }
  return { template: occasion, fallbackSubject: subjects[occasion], note: null }
}

export interface Notifiable {
  readonly userId: number
  readonly email: string
  readonly isActive: boolean
  readonly notifyOnUserAssignment: boolean
  readonly notifyOnDepartmentAssignment: boolean
}

/** Whether the new handler is told by mail: when it is really another one, and they wish so. */
export function mustNotifyHandler(handler: Notifiable | null, previousUserId: number | null): boolean {
  if (handler === null || handler.userId === previousUserId) return false
  return handler.isActive && handler.notifyOnUserAssignment
}

/** Members of a newly routed department who wish to be told. */
export function listDepartmentRecipients<Member extends Notifiable>(members: readonly Member[]): Member[] {
  return members.filter((member) => member.isActive && member.notifyOnDepartmentAssignment)
}
