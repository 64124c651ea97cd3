import { findTranslationLanguage, type MailTemplateKey, speakHandling, speakName } from '@signalen/domain'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import type { MailSignal } from './mail-signal.ts'
import type { MailVariables } from './mail-variables.ts'
import type { SpokenVariables } from './render-mail.ts'

/** Mails about a report that are not for who made it. */
const FOR_OTHERS: readonly MailTemplateKey[] = [
  'signal_forward_to_external',
  'signal_forward_to_external_reaction_received',
  'signal_assigned',
  'note_mention',
]

/** What a mail about a report says otherwise in the language in which it was reported; undefined in Dutch. */
export async function speakSignal(
  context: Context,
  signal: MailSignal,
  template: MailTemplateKey,
): Promise<SpokenVariables | undefined> {
  const language = findTranslationLanguage(signal.reporter.language)
  if (!language || FOR_OTHERS.includes(template)) return undefined
  return { language, variables: await speakCategory(context, signal, language, template) }
}

export async function speakCategory(
  { db }: Context,
  { categoryId, handlingMessage }: MailSignal,
  language: string,
  template: MailTemplateKey,
): Promise<MailVariables> {
  const tree = await getCategoryTree(db)
  const category = tree.byId.get(categoryId)
  const main = tree.byId.get(category?.parent?.id ?? 0)
  if (!category) return {}
  // A promise that was other words when it was made is kept in those.
  const isStillPromised = handlingMessage === category.handlingMessage
  const handling = isStillPromised ? speakHandling(category, language) : handlingMessage
  return {
    ...(main && { main_category_public_name: speakName(main, language) }),
    sub_category_public_name: speakName(category, language),
    handling_message: handling,
    ...(template === 'signal_created' && { afhandelings_text: handling }),
  }
}
