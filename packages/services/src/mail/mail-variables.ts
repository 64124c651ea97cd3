import {
  displayNumber,
  obscureEmail,
  obscurePhone,
  presentAnswers,
  scrubText,
  scrubValues,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import type { Settings } from '../settings/settings.ts'
import type { MailFeedback, MailSignal } from './mail-signal.ts'

export type MailVariables = Readonly<Record<string, unknown>>

export interface SafeVariables {
  readonly variables: MailVariables
  /** Something in it is still hidden by encoding: no mail may go out. */
  readonly isSuspicious: boolean
}

/** The variables that every template may use, about the municipality. */
export function describeMunicipality(settings: Settings): MailVariables {
  return {
    ORGANIZATION_NAME: settings.name,
    ADDRESS_FORMAT: settings.addressFormat,
    TIME_ZONE: settings.timeZone,
  }
}

/** As Markdown, where a template wants it; the name where there is none. Few mail programs show SVG, all PNG. */
export function describeLogo({
  settings,
  citizenUrl,
}: Pick<Context, 'settings' | 'citizenUrl'>): MailVariables {
  const { logo, name } = settings
  return { logo: logo ? `![${logo.alt.replaceAll(/[[\]\\]/g, '')}](${citizenUrl}/logo.png)` : name }
}

/** The variables of every mail about a report. Whatever a stranger wrote loses its links. */
export function describeSignal(signal: MailSignal, settings: Settings, citizenUrl: string): SafeVariables {
  const text = scrubText(signal.text)
  const textExtra = scrubText(signal.textExtra)
  const address = scrubValues(signal.address ?? {})
  return {
    isSuspicious: text.isSuspicious || textExtra.isSuspicious || address.isSuspicious,
    variables: {
      ...describeMunicipality(settings),
      ...(settings.myReports ? { my_signals_login_url: `${citizenUrl}/mijn-meldingen/login` } : {}),
      signal_id: signal.id,
      formatted_signal_id: displayNumber(signal.id, settings.idPrefix),
      created_at: signal.createdAt,
      incident_date_start: signal.incidentDateStart,
      text: text.text,
      text_extra: textExtra.text,
      address: signal.address === null ? null : address.value,
      status_text: safeStatusText(signal),
      status_state: signal.status.state,
      handling_message: signal.handlingMessage,
      main_category_public_name: signal.mainCategory,
      sub_category_public_name: signal.subCategory,
      source: signal.source,
    },
  }
}

/** The text of "reaction received" is what the reporter typed. */
function safeStatusText({ status }: MailSignal): string | null {
  if (status.text === null || status.state !== 'reaction received') return status.text
  return scrubText(status.text).text
}

export function describeCreation(signal: MailSignal): MailVariables {
  const { email, phone, sharingAllowed } = signal.reporter
  return {
    afhandelings_text: signal.handlingMessage,
    reporter_email: email ? obscureEmail(email) : '',
    reporter_phone: phone ? obscurePhone(phone) : '',
    reporter_sharing_allowed: sharingAllowed,
    extra_properties: describeAnswers(signal),
  }
}

function describeAnswers(signal: MailSignal): Record<string, readonly string[]> {
  const answers = [...presentAnswers(signal.extraProperties)]
  return Object.fromEntries(
    answers.map(([label, lines]) => [scrubText(label).text, lines.map((line) => scrubText(line).text)]),
  )
}

export function describeFeedback(feedback: MailFeedback | null): MailVariables {
  return {
    feedback_received: feedback !== null,
    feedback_is_satisfied: feedback?.isSatisfied ?? null,
    feedback_allows_contact: feedback?.allowsContact ?? null,
    feedback_text: '',
    feedback_text_list: (feedback?.textList ?? []).map((text) => scrubText(text).text),
    feedback_text_extra: scrubText(feedback?.textExtra ?? '').text,
  }
}

const STRANGERS_WORDS = [
  'text',
  'text_extra',
  'address',
  'extra_properties',
  'reporter_email',
  'reporter_phone',
  'feedback_text',
  'feedback_text_list',
  'feedback_text_extra',
  'reaction_request_answer',
  'reaction_text',
]

/** Variables that hold what strangers typed: no mark-up may come of them in a mail in our name. */
export function listLiteralVariables(variables: MailVariables): readonly string[] {
  return variables.status_state === 'reaction received'
    ? [...STRANGERS_WORDS, 'status_text']
    : STRANGERS_WORDS
}
