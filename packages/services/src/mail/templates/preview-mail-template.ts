import {
  type Actor,
  findTranslationLanguage,
  type MailTemplateKey,
  type ResidentLanguage,
} from '@signalen/domain'
import type { Context } from '../../context.ts'
import type { MailTemplate, RenderedMail } from '../../ports.ts'
import { invalid } from '../../problem.ts'
import { getSignal } from '../../signals/get-signal.ts'
import { describePlaceholderLinks } from '../mail-links.ts'
import { getMailSignal, type MailSignal } from '../mail-signal.ts'
import {
  describeFeedback,
  describeLogo,
  describeSignal,
  listLiteralVariables,
  type MailVariables,
} from '../mail-variables.ts'
import { describeOccasion } from '../plan-status-mail.ts'
import { speakCategory } from '../speak-signal.ts'
import { requireReadable } from './save-mail-template.ts'

export interface MailTemplatePreview extends MailTemplate {
  readonly key: MailTemplateKey
  readonly language: ResidentLanguage
  readonly signalId: number
}

/** A text that is being written, filled in with a real report. Links lead nowhere, and nothing is kept. */
export async function previewMailTemplate(
  context: Context,
  actor: Actor,
  { key, language, signalId, title, body }: MailTemplatePreview,
): Promise<RenderedMail> {
  await getSignal(context, actor, signalId, 'signal.read')
  requireReadable(context, key, { title, body })
  const signal = await getMailSignal(context, signalId)
  const spoken = findTranslationLanguage(language)
  const variables = {
    ...describeLogo(context),
    ...describeExamples(context, actor, signal),
    ...describeOccasion(key, signal),
    ...describeSignal(signal, context.settings, context.citizenUrl).variables,
    ...(spoken && { ...(await speakCategory(context, signal, spoken, key)), LANGUAGE: spoken }),
  }
  try {
    return context.mailRenderer.render({ title, body }, variables, listLiteralVariables(variables))
  } catch (error) {
    throw invalid({
      body: [error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)],
    })
  }
}

/** What no report has before the occasion is there. */
function describeExamples(context: Context, actor: Actor, signal: MailSignal): MailVariables {
  const { citizenUrl } = context
  const nowhere = '00000000-0000-0000-0000-000000000000'
  return {
    ...describePlaceholderLinks(context, 'feedback'),
    ...describePlaceholderLinks(context, 'reaction'),
    ...describeFeedback(signal.feedback),
    reaction_text: signal.status.text,
    signal_url: `${citizenUrl}/manage/incident/${signal.id}`,
    my_signals_url: `${citizenUrl}/mijn-meldingen/${nowhere}`,
    verification_url: `${citizenUrl}/verify_email/${nowhere}`,
    recipient_full_name: actor.email,
    invited_by: actor.email,
    sign_in_url: `${citizenUrl}/manage/`,
    sign_in_as: actor.email,
    change_title: 'Grofvuil',
    reason: 'Wie dit klaarzette, mag dit niet meer.',
    changes_url: `${citizenUrl}/manage/instellingen/gepland`,
    assigned_to_user: actor.email,
    assigned_to_department: null,
  }
}
