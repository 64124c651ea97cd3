/** Every occasion for a mail, by the key of its template. */
export const MAIL_TEMPLATE_KEYS = [
  'signal_created',
  'signal_status_changed_afgehandeld',
  'signal_status_changed_ingepland',
  'signal_status_changed_heropend',
  'signal_status_changed_optional',
  'signal_status_changed_reactie_gevraagd',
  'signal_status_changed_reactie_ontvangen',
  'signal_status_changed_afgehandeld_kto_negative_contact',
  'signal_forward_to_external',
  'signal_assigned',
  'note_mention',
  'signal_feedback_received',
  'signal_forward_to_external_reaction_received',
  'my_signal_token',
  'verify_email_reporter',
  'notify_current_reporter',
  'confirm_reporter_updated',
  'subscription_confirm',
  'followed_signal_news',
  'map_news',
  'user_invited',
  'prepared_change_failed',
] as const

export type MailTemplateKey = (typeof MAIL_TEMPLATE_KEYS)[number]

export function isMailTemplateKey(value: unknown): value is MailTemplateKey {
  return MAIL_TEMPLATE_KEYS.some((key) => key === value)
}
