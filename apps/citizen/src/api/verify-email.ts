import type { Api } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

export type Verification = 'done' | 'used' | 'late' | 'unknown'

export async function verifyEmail(api: Api, token: string): Promise<Verification> {
  const answer = await api.send('POST', '/signals/v1/public/reporter/verify-email', { token })
  if (answer.ok) return 'done'
  const message = listOf(fieldsOf(answer.body).token).map(textOf).join(' ')
  if (/already/i.test(message)) return 'used'
  return /expired/i.test(message) ? 'late' : 'unknown'
}
