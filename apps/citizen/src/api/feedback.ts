import type { Api } from './api-client.ts'
import { fieldsOf, resultsOf, textOf } from './read-json.ts'

export type FeedbackForm =
  | { readonly kind: 'open'; readonly signalId: string }
  | { readonly kind: 'used' | 'late' | 'unknown' | 'failed' }

export async function findFeedbackForm(api: Api, token: string): Promise<FeedbackForm> {
  const answer = await api.get(`/signals/v1/public/feedback/forms/${encodeURIComponent(token)}`)
  if (answer.ok) return { kind: 'open', signalId: textOf(fieldsOf(answer.body).signal_id) }
  return { kind: readClosed(answer.status, answer.body) }
}

function readClosed(status: number, body: unknown): 'used' | 'late' | 'unknown' | 'failed' {
  if (status === 404) return 'unknown'
  if (status !== 410) return 'failed'
  return textOf(fieldsOf(body).detail) === 'filled out' ? 'used' : 'late'
}

export interface StandardAnswer {
  readonly text: string
  readonly topic: string
  readonly isSatisfied: boolean
  /** Asks for own words as well. */
  readonly isOpen: boolean
}

export async function listStandardAnswers(api: Api): Promise<StandardAnswer[]> {
  const answer = await api.get('/signals/v1/public/feedback/standard_answers/?page_size=100')
  return resultsOf(answer.body).map((result) => {
    const fields = fieldsOf(result)
    return {
      text: textOf(fields.text),
      topic: textOf(fields.topic),
      isSatisfied: fields.is_satisfied === true,
      isOpen: fields.open_answer === true,
    }
  })
}

export interface Feedback {
  readonly isSatisfied: boolean
  readonly texts: readonly string[]
  readonly extra: string
  readonly allowsContact: boolean
}

export type FeedbackResult = 'sent' | 'used' | 'late' | 'unknown' | 'failed'

export async function sendFeedback(api: Api, token: string, feedback: Feedback): Promise<FeedbackResult> {
  const answer = await api.send('PUT', `/signals/v1/public/feedback/forms/${encodeURIComponent(token)}`, {
    is_satisfied: feedback.isSatisfied,
    text_list: feedback.texts,
    text_extra: feedback.extra || null,
    allows_contact: feedback.allowsContact,
  })
  return answer.ok ? 'sent' : readClosed(answer.status, answer.body)
}
