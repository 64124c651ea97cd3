import { TEXT_LIMITS } from '@signalen/domain'
import type { Context } from '../context.ts'
import { getFeedbackForm } from '../feedback/feedback-form.ts'
import { keepFeedback } from '../feedback/submit-feedback.ts'
import { findAnswerTo } from './reaction-text.ts'
import type { SessionView } from './session-view.ts'

/** What the reporter answered is kept as if it came by the form, and has the same consequences. */
export async function takeInFeedback(context: Context, session: SessionView): Promise<void> {
  const form = await getFeedbackForm(context, session.uuid)
  const isSatisfied = findAnswerTo(session, 'satisfied', (answer) => answer === true)
  await keepFeedback(context, form, {
    isSatisfied,
    allowsContact: findAnswerTo(session, 'allows_contact', (answer) => answer === true),
    text: textOf(session, isSatisfied ? 'reason_satisfied' : 'reason_unsatisfied'),
    textExtra: textOf(session, 'extra_info') || null,
  })
}

function textOf(session: SessionView, analysisKey: string): string {
  const text = findAnswerTo(session, analysisKey, (answer) => (typeof answer === 'string' ? answer : ''))
  return text.slice(0, TEXT_LIMITS.feedbackText)
}
