import { type Danger, findDanger } from '../rules/danger.ts'
import { type Api, within } from './api-client.ts'
import { fieldsOf, textOf } from './read-json.ts'

export interface FoundDanger {
  readonly kind: Danger | undefined
  /** Whom to call, when the municipality says so for these words. */
  readonly number: string | undefined
}

export const NO_DANGER: FoundDanger = { kind: undefined, number: undefined }

const PATIENCE_MILLISECONDS = 1500

/** Danger in a text, by the municipality's own words beside those that are known everywhere. */
export async function askDanger(api: Api, text: string): Promise<FoundDanger> {
  if (text.trim() === '') return NO_DANGER
  const kind = findDanger(text)
  const asked = api.send('POST', '/signals/v1/public/urgency', { text }).catch(() => undefined)
  const answer = await within(PATIENCE_MILLISECONDS, asked)
  if (!answer?.ok) return { kind, number: undefined }
  const { show_duty_number, duty_number } = fieldsOf(answer.body)
  const number = textOf(duty_number) || undefined
  return { kind: kind ?? (show_duty_number === true ? 'urgent' : undefined), number }
}
