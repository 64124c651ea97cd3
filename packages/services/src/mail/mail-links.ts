import { displayNumber, type MailLink } from '@signalen/domain'
import type { Context } from '../context.ts'
import { requestFeedback } from '../feedback/request-feedback.ts'
import { askFeedback } from '../questionnaires/ask-feedback.ts'
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
      return describeFeedbackLinks(context, await askForFeedback(context, signal.id))
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
export function describePlaceholderLinks(context: LinkContext, link: MailLink): MailVariables {
  switch (link) {
    case null:
      return {}
    case 'feedback':
      return describeFeedbackLinks(context, NO_SESSION)
    case 'reaction':
      return describeReactionLink(context.citizenUrl, 'reactie', NO_SESSION)
    case 'forward':
      return describeReactionLink(context.citizenUrl, 'extern', NO_SESSION)
  }
}

type LinkContext = Pick<Context, 'citizenUrl' | 'settings'>

function askForFeedback(context: Context, signalId: number): Promise<string> {
  return context.settings.feedbackQuestionnaire
    ? askFeedback(context, signalId)
    : requestFeedback(context, signalId)
}

function describeFeedbackLinks({ citizenUrl, settings }: LinkContext, token: string): MailVariables {
  const page = settings.feedbackQuestionnaire ? 'feedback' : 'kto'
  return {
    positive_feedback_url: `${citizenUrl}/${page}/ja/${token}`,
    negative_feedback_url: `${citizenUrl}/${page}/nee/${token}`,
  }
}

function describeReactionLink(
  citizenUrl: string,
  page: 'reactie' | 'extern',
  session: string,
): MailVariables {
  return { reaction_url: `${citizenUrl}/incident/${page}/${session}` }
}
