import { displayNumber, type MailLink } from '@signalen/domain'
import type { Context } from '../context.ts'
import { requestFeedback } from '../feedback/request-feedback.ts'
import { askReaction } from '../questionnaires/ask-reaction.ts'
import { forwardToExternal } from '../questionnaires/forward-to-external.ts'
import type { MailSignal } from './mail-signal.ts'
import type { MailVariables } from './mail-variables.ts'

/** Makes what the links in a mail lead to. */
export async function createMailLinks(
  context: Context,
  link: MailLink,
  signal: MailSignal,
): Promise<MailVariables> {
  switch (link) {
    case null:
      return {}
    case 'feedback':
      return describeFeedbackLinks(context.citizenUrl, await requestFeedback(context, signal.id))
    case 'reaction':
      return describeReactionLink(context.citizenUrl, 'reactie', await askReaction(context, signal))
    case 'forward': {
      const number = displayNumber(signal.id, context.settings.idPrefix)
      return describeReactionLink(
        context.citizenUrl,
        'extern',
        await forwardToExternal(context, signal, number),
      )
    }
  }
}

const NO_SESSION = '00000000-0000-0000-0000-000000000000'

/** Links of the right form that lead nowhere, for a mail that is only looked at. */
export function describePlaceholderLinks(citizenUrl: string, link: MailLink): MailVariables {
  switch (link) {
    case null:
      return {}
    case 'feedback':
      return describeFeedbackLinks(citizenUrl, NO_SESSION)
    case 'reaction':
      return describeReactionLink(citizenUrl, 'reactie', NO_SESSION)
    case 'forward':
      return describeReactionLink(citizenUrl, 'extern', NO_SESSION)
  }
}

function describeFeedbackLinks(citizenUrl: string, token: string): MailVariables {
  return {
    positive_feedback_url: `${citizenUrl}/kto/ja/${token}`,
    negative_feedback_url: `${citizenUrl}/kto/nee/${token}`,
  }
}

function describeReactionLink(
  citizenUrl: string,
  page: 'reactie' | 'extern',
  session: string,
): MailVariables {
  return { reaction_url: `${citizenUrl}/incident/${page}/${session}` }
}
