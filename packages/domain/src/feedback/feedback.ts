import { accept, type Decision, refuse } from '../refusal.ts'
import { PUBLIC_UPLOAD_STATUS_CODES, type StatusCode } from '../status/states.ts'
import { MILLISECONDS_PER_DAY } from '../time/local-time.ts'

export const FEEDBACK_DAYS = 14

export const REOPEN_REQUEST_TEXT = 'De melder is niet tevreden blijkt uit feedback. Zo nodig heropenen.'

/** A form that was mailed, answered or not. */
export interface FeedbackForm {
  readonly createdAt: Date
  readonly submittedAt: Date | null
}

export type FeedbackClosed = 'too late' | 'filled out'

/** Why a form takes no answer any more, or undefined. */
export function findFeedbackClosed(form: FeedbackForm, now: Date): FeedbackClosed | undefined {
  if (now.getTime() > form.createdAt.getTime() + FEEDBACK_DAYS * MILLISECONDS_PER_DAY) return 'too late'
  return form.submittedAt === null ? undefined : 'filled out'
}

/** One list of reasons out of what older and newer forms send, each reason once. */
export function mergeFeedbackTexts(
  text: string | null | undefined,
  textList: readonly string[] | null | undefined,
): Decision<string[]> {
  const texts = [...(textList ?? []), ...(text ? [text] : [])]
  if (texts.length === 0) {
    return refuse({ non_field_errors: ['Either text or text_list must be filled in'] })
  }
  return accept([...new Set(texts)])
}

export interface StandardAnswer {
  readonly text: string
  readonly reopensWhenUnhappy: boolean
}

export interface SubmittedFeedback {
  readonly isSatisfied: boolean
  readonly allowsContact: boolean
  readonly textList: readonly string[]
}

/** An own reason, or a standard one that asks for it, brings a report back. */
export function mustReopen(textList: readonly string[], standardAnswers: readonly StandardAnswer[]): boolean {
  return textList.some((text) => {
    const standard = standardAnswers.find((answer) => isSameReason(answer.text, text))
    return standard === undefined || standard.reopensWhenUnhappy
  })
}

/** Forms leave out the last full stop of a standard answer when they show it. */
function isSameReason(left: string, right: string): boolean {
  return stripEnd(left) === stripEnd(right)
}

function stripEnd(text: string): string {
  return text.trim().replace(/[.,;:!?]+$/, '')
}

export interface FeedbackConsequences {
  readonly reopens: boolean
  readonly sendsMail: boolean
}

/** What follows when feedback comes in; nothing when the signal is no longer handled, or all is well. */
export function decideFeedbackConsequences(
  feedback: SubmittedFeedback,
  signal: { readonly state: StatusCode; readonly allowsContact: boolean },
  standardAnswers: readonly StandardAnswer[],
  settings: { readonly feedbackReceivedMail: boolean },
): FeedbackConsequences {
  if (signal.state !== 'o' || feedback.isSatisfied) return { reopens: false, sendsMail: false }
  return {
    reopens: mustReopen(feedback.textList, standardAnswers),
    sendsMail: settings.feedbackReceivedMail && signal.allowsContact,
  }
}

/** Whether the public may add photos to a report now; of a handled one only while feedback is awaited. */
export function decidePublicUpload(
  state: StatusCode,
  forms: readonly FeedbackForm[],
  now: Date,
): Decision<null> {
  if (!PUBLIC_UPLOAD_STATUS_CODES.includes(state)) {
    return refuse(['Public uploads not allowed in current signal state.'])
  }
  if (state === 'o' && forms.every((form) => findFeedbackClosed(form, now) !== undefined)) {
    return refuse(['No feedback expected for this signal hence no uploads allowed.'])
  }
  return accept(null)
}
