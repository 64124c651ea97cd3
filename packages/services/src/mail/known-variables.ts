import type { MailTemplateKey } from '@signalen/domain'

const MUNICIPALITY = ['ORGANIZATION_NAME', 'logo', 'my_signals_login_url']
const SIGNAL = [
  ...MUNICIPALITY,
  'signal_id',
  'formatted_signal_id',
  'created_at',
  'incident_date_start',
  'text',
  'text_extra',
  'address',
  'location',
  'status_text',
  'status_state',
  'handling_message',
  'main_category_public_name',
  'sub_category_public_name',
  'source',
]
const FEEDBACK = [
  'feedback_received',
  'feedback_is_satisfied',
  'feedback_allows_contact',
  'feedback_text',
  'feedback_text_list',
  'feedback_text_extra',
]

const OWN: Readonly<Record<MailTemplateKey, readonly string[]>> = {
  signal_created: [
    'afhandelings_text',
    'reporter_email',
    'reporter_phone',
    'reporter_sharing_allowed',
    'extra_properties',
  ],
  signal_status_changed_afgehandeld: ['positive_feedback_url', 'negative_feedback_url'],
  signal_status_changed_ingepland: [],
  signal_status_changed_heropend: FEEDBACK,
  signal_status_changed_optional: ['afhandelings_text'],
  signal_status_changed_reactie_gevraagd: ['reaction_url'],
  signal_status_changed_reactie_ontvangen: ['reaction_request_answer'],
  signal_status_changed_afgehandeld_kto_negative_contact: FEEDBACK,
  signal_forward_to_external: ['reaction_url'],
  signal_assigned: ['signal_url', 'recipient_full_name', 'assigned_to_user', 'assigned_to_department'],
  note_mention: ['signal_url', 'recipient_full_name', 'mentioned_by'],
  signal_feedback_received: FEEDBACK,
  signal_forward_to_external_reaction_received: ['reaction_text'],
  my_signal_token: ['my_signals_url'],
  verify_email_reporter: ['verification_url'],
  notify_current_reporter: [],
  confirm_reporter_updated: [],
  subscription_confirm: ['subject_in_words', 'confirmation_url'],
  followed_signal_news: [
    'news',
    'is_closed',
    'created_at',
    'main_category_public_name',
    'sub_category_public_name',
    'unsubscribe_url',
  ],
  user_invited: ['recipient_full_name', 'invited_by', 'sign_in_url', 'sign_in_as'],
  prepared_change_failed: ['recipient_full_name', 'change_title', 'reason', 'changes_url'],
  map_news: ['subject_in_words', 'count', 'reports', 'map_url', 'unsubscribe_url'],
}

/** Mails to who is not the reporter say nothing of a report but what anyone may know. */
const WITHOUT_SIGNAL: readonly MailTemplateKey[] = [
  'my_signal_token',
  'subscription_confirm',
  'followed_signal_news',
  'map_news',
  'user_invited',
  'prepared_change_failed',
]

/** The variables that a template may use: what is not among them is named when it is saved. */
export function listMailVariables(key: MailTemplateKey): readonly string[] {
  return [...(WITHOUT_SIGNAL.includes(key) ? MUNICIPALITY : SIGNAL), ...OWN[key]]
}
