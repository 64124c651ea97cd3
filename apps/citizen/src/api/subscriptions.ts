import type { ReportLanguage } from '@signalen/ui'
import type { Api } from './api-client.ts'
import { fieldsOf, textOf } from './read-json.ts'

/** What mail is asked about: one report, or what is new on the public map. */
export type Subscription =
  | { readonly report: string }
  | {
      readonly area?: { readonly type: string; readonly code: string } | undefined
      readonly category?: string | undefined
      readonly pace: 'at once' | 'weekly'
    }

export type AskOutcome = 'asked' | 'emailWrong' | 'gone' | 'tooMany' | 'failed'

/** Who asks, and in which language they would have the mail. */
export interface Asker {
  readonly email: string
  readonly language: ReportLanguage
}

/** Has a mail sent that asks the owner of the address to confirm. */
export async function askForMail(
  api: Api,
  { email, language }: Asker,
  about: Subscription,
): Promise<AskOutcome> {
  const path = '/signals/v1/public/subscriptions'
  const answer = await api
    .send('POST', path, { email, ...(language !== 'nl' && { language }), ...about })
    .catch(() => undefined)
  if (!answer) return 'failed'
  if (answer.ok) return 'asked'
  if (answer.status === 429) return 'tooMany'
  if (answer.status !== 400) return 'failed'
  return 'email' in fieldsOf(answer.body) ? 'emailWrong' : 'gone'
}

export type LinkOutcome = 'report' | 'map' | 'late' | 'unknown' | 'failed'

export async function followMailedLink(
  api: Api,
  what: 'confirm' | 'stop',
  token: string,
): Promise<LinkOutcome> {
  const path = `/signals/v1/public/subscriptions/${what}`
  const answer = await api.send('POST', path, { token }).catch(() => undefined)
  if (answer?.ok) return textOf(fieldsOf(answer.body).kind) === 'map' ? 'map' : 'report'
  if (answer?.status === 410) return 'late'
  return answer?.status === 404 || answer?.status === 400 ? 'unknown' : 'failed'
}
