import { QUESTIONNAIRE_FIELD_TYPES } from '@signalen/domain'
import { z } from 'zod'
import { href } from './hal.ts'

const curies = z.object({ name: z.string(), href: z.string() })

export const qaQuestion = z.object({
  _links: z.object({ curies, self: href, 'sia:uuid-self': href, 'sia:post-answer': href }),
  _display: z.string(),
  key: z.string().nullable(),
  retrieval_key: z.string().nullable(),
  analysis_key: z.string(),
  uuid: z.uuid(),
  label: z.string(),
  short_label: z.string(),
  field_type: z.enum(QUESTIONNAIRE_FIELD_TYPES),
  next_rules: z.array(z.object({ key: z.string(), payload: z.unknown() })).nullable(),
  required: z.boolean(),
})
export type QaQuestion = z.infer<typeof qaQuestion>

const explanation = z.object({
  title: z.string().nullable(),
  sections: z.array(
    z.object({
      header: z.string().nullable(),
      text: z.string().nullable(),
      files: z.array(z.object({ description: z.string().nullable(), file: z.string() })),
    }),
  ),
})

export const qaSession = z.object({
  _links: z.object({
    curies,
    self: href,
    'sia:questionnaire': href,
    'sia:post-answers': href,
    'sia:post-attachments': href,
    'sia:post-submit': href,
    'sia:public-signal': href.optional(),
  }),
  _display: z.string(),
  uuid: z.uuid(),
  started_at: z.string().nullable(),
  submit_before: z.string().nullable(),
  duration: z.string().nullable(),
  created_at: z.string(),
  questionnaire_explanation: explanation.nullable(),
  signal_snapshot: z
    .object({
      signal_id: z.uuid(),
      id: z.int(),
      location: z
        .object({
          geometrie: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()) }),
          address: z.record(z.string(), z.unknown()).nullable(),
          address_text: z.string(),
          stadsdeel: z.string().nullable(),
          area_name: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
  can_freeze: z.boolean(),
  path_questions: z.array(qaQuestion),
  path_answered_question_uuids: z.array(z.uuid()),
  path_unanswered_question_uuids: z.array(z.uuid()),
  path_validation_errors_by_uuid: z.record(z.string(), z.string()),
})
export type QaSession = z.infer<typeof qaSession>

export const qaQuestionnaire = z.object({
  _links: z.object({ curies, self: href, 'sia:create-session': href }),
  _display: z.string(),
  uuid: z.uuid(),
  name: z.string(),
  description: z.string().nullable(),
  is_active: z.boolean(),
  first_question: qaQuestion.nullable(),
  explanation: explanation.nullable(),
})
export type QaQuestionnaire = z.infer<typeof qaQuestionnaire>

const MOST_ANSWERS = 100

export const qaAnswersRequest = z
  .array(z.object({ question_uuid: z.uuid(), payload: z.unknown().optional() }))
  .max(MOST_ANSWERS)

export const qaAnswerRequest = z.object({
  payload: z.unknown().optional(),
  session: z.string().nullish(),
  questionnaire: z.string().nullish(),
})

export const qaAnswer = z.object({
  _links: z.object({}),
  _display: z.string(),
  payload: z.unknown(),
  session: z.uuid(),
  questionnaire: z.uuid().optional(),
  created_at: z.string(),
  next_question: qaQuestion.nullable(),
})
export type QaAnswer = z.infer<typeof qaAnswer>
