import { MAIL_TEMPLATE_KEYS } from '@signalen/domain'
import { z } from 'zod'
import { categoryUpdateRequest } from './category.ts'
import { expressionCreateRequest, expressionUpdateRequest } from './expression.ts'
import { mailTemplateUpdate } from './mail-template.ts'
import { questionDraftRequest } from './question.ts'
import { statusMessageCreateRequest, statusMessageUpdateRequest } from './status-message.ts'

export const PREPARED_CHANGE_KINDS = [
  'category',
  'questions',
  'status_message',
  'mail_template',
  'expression',
] as const

export const PREPARED_CHANGE_STATES = ['planned', 'done', 'failed', 'cancelled'] as const

const publishAt = z.iso.datetime({ offset: true })
const id = z.string().regex(/^\d{1,10}$/)

/** The body that the change itself would take, and when it is to be made. */
export const preparedChangeRequest = z.union([
  z.object({
    kind: z.literal('category'),
    object_id: id,
    publish_at: publishAt,
    input: categoryUpdateRequest,
  }),
  z.object({
    kind: z.literal('questions'),
    object_id: id,
    publish_at: publishAt,
    input: questionDraftRequest.pick({ questions: true }),
  }),
  z.object({
    kind: z.literal('status_message'),
    object_id: id,
    publish_at: publishAt,
    input: statusMessageUpdateRequest,
  }),
  z.object({
    kind: z.literal('status_message'),
    object_id: z.null(),
    publish_at: publishAt,
    input: statusMessageCreateRequest,
  }),
  z.object({
    kind: z.literal('mail_template'),
    object_id: z.enum(MAIL_TEMPLATE_KEYS),
    publish_at: publishAt,
    input: mailTemplateUpdate,
  }),
  z.object({
    kind: z.literal('expression'),
    object_id: id,
    publish_at: publishAt,
    input: expressionUpdateRequest,
  }),
  z.object({
    kind: z.literal('expression'),
    object_id: z.null(),
    publish_at: publishAt,
    input: expressionCreateRequest,
  }),
])
export type PreparedChangeRequest = z.infer<typeof preparedChangeRequest>

export const preparedChange = z.object({
  id: z.int(),
  kind: z.enum(PREPARED_CHANGE_KINDS),
  object_id: z.string().nullable(),
  title: z.string(),
  publish_at: z.string(),
  state: z.enum(PREPARED_CHANGE_STATES),
  fault: z.string().nullable(),
  prepared_by: z.string(),
  prepared_at: z.string(),
  ended_at: z.string().nullable(),
})
export const preparedChanges = z.array(preparedChange)
export type PreparedChangeAnswer = z.infer<typeof preparedChange>

export const preparedChangeId = z.object({ id: z.int() })
