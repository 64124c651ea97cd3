import { TEXT_LIMITS } from '@signalen/domain'
import { z } from 'zod'
import { booleanField } from './fields.ts'
import { optionalText, text } from './signal-fields.ts'

const MOST_REASONS = 100

export const feedbackRequest = z.object({
  is_satisfied: booleanField,
  allows_contact: booleanField.default(false),
  text: optionalText(TEXT_LIMITS.feedbackText),
  text_list: z.array(text(TEXT_LIMITS.feedbackText)).max(MOST_REASONS).nullish(),
  text_extra: optionalText(TEXT_LIMITS.feedbackText),
})
export type FeedbackRequest = z.infer<typeof feedbackRequest>

export const feedbackForm = z.object({ signal_id: z.uuid() })
