import {
  allowsContact,
  decideFeedbackConsequences,
  describeFeedbackReceivedMail,
  mergeFeedbackTexts,
  REOPEN_REQUEST_TEXT,
  type StandardAnswer,
  type SubmittedFeedback,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { getMailSignal } from '../mail/mail-signal.ts'
import { describeFeedback } from '../mail/mail-variables.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'
import { problemOf } from '../problem.ts'
import { setSystemStatus } from '../questionnaires/set-system-status.ts'
import { lockSignal, touchSignal } from '../questionnaires/touch-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { getFeedbackForm, type OpenFeedbackForm } from './feedback-form.ts'

export interface FeedbackInput {
  readonly isSatisfied: boolean
  readonly allowsContact: boolean
  readonly text?: string | null | undefined
  readonly textList?: readonly string[] | null | undefined
  readonly textExtra?: string | null | undefined
}

/** Keeps what a reporter thinks of the handling of their report, and lets follow what that asks for. */
export async function submitFeedback(
  context: Context,
  token: string,
  input: FeedbackInput,
): Promise<OpenFeedbackForm> {
  readFeedback(input)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const { signalId } = await getFeedbackForm(inside, token)
    await lockSignal(inside, signalId)
    // Asked again behind the lock: of two that come at once, one finds the form filled out.
    const form = await getFeedbackForm(inside, token)
    await keepFeedback(inside, form, input)
    return form
  })
}

/** In a transaction that has locked the report and found the form open. */
export async function keepFeedback(
  context: Context,
  form: OpenFeedbackForm,
  input: FeedbackInput,
): Promise<void> {
  const feedback = readFeedback(input)
  await saveFeedback(context, form, feedback)
  await followUp(context, form, feedback)
}

function readFeedback(input: FeedbackInput): Feedback {
  const texts = mergeFeedbackTexts(input.text, input.textList)
  if (!texts.ok) throw problemOf(texts)
  return { ...input, textList: texts.value, textExtra: input.textExtra ?? null }
}

interface Feedback extends SubmittedFeedback {
  readonly textExtra: string | null
}

async function saveFeedback(context: Context, form: OpenFeedbackForm, feedback: Feedback): Promise<void> {
  await context.db.kysely
    .updateTable('feedback')
    .set({
      submitted_at: context.clock.now(),
      is_satisfied: feedback.isSatisfied,
      allows_contact: feedback.allowsContact,
      text_list: [...feedback.textList],
      text_extra: feedback.textExtra,
    })
    .where('id', '=', form.id)
    .execute()
  await touchSignal(context, form.signalId, {
    reporter_allows_contact: feedback.allowsContact,
    ...(await findFeedbackState(context, form, feedback)),
  })
  const { isSatisfied, allowsContact, textList, textExtra } = feedback
  const event = { type: 'feedback', isSatisfied, allowsContact, text: null, textList, textExtra } as const
  await appendHistory(context, [{ signalId: form.signalId, createdBy: null, event }])
}

/** The report tells of the form that was mailed last, even when an earlier one is filled in after it. */
async function findFeedbackState(
  context: Context,
  form: OpenFeedbackForm,
  { isSatisfied }: Feedback,
): Promise<{ feedback_state?: string }> {
  const newest = await context.db.kysely
    .selectFrom('feedback')
    .select('id')
    .where('signal_id', '=', form.signalId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest?.id !== form.id) return {}
  return { feedback_state: isSatisfied ? 'satisfied' : 'not_satisfied' }
}

async function followUp(context: Context, form: OpenFeedbackForm, feedback: Feedback): Promise<void> {
  const signal = await getMailSignal(context, form.signalId)
  const { reopens, sendsMail } = decideFeedbackConsequences(
    feedback,
    { state: signal.status.state, allowsContact: allowsContact(context.settings, feedback) },
    await listStandardAnswers(context),
    context.settings,
  )
  if (reopens) {
    await setSystemStatus(context, signal.id, { state: 'reopen requested', text: REOPEN_REQUEST_TEXT })
  }
  if (!sendsMail || !signal.reporter.email) return
  await queueSignalMail(context, await getMailSignal(context, signal.id), {
    ...describeFeedbackReceivedMail(),
    cause: `feedback:${form.id}`,
    to: signal.reporter.email,
    variables: () => describeFeedback(signal.feedback),
  })
}

async function listStandardAnswers(context: Context): Promise<StandardAnswer[]> {
  const rows = await context.db.kysely
    .selectFrom('standard_answer')
    .select(['text', 'reopens_when_unhappy'])
    .execute()
  return rows.map(({ text, reopens_when_unhappy }) => ({ text, reopensWhenUnhappy: reopens_when_unhappy }))
}
