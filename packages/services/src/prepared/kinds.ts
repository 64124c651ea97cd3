import {
  type Actor,
  isSameJson,
  type MailTemplateKey,
  type Operation,
  type WireQuestion,
} from '@signalen/domain'
import { getCategoryById } from '../categories/get-category.ts'
import { type CategoryInput, updateCategory } from '../categories/update-category.ts'
import type { Context } from '../context.ts'
import { getExpression } from '../expressions/expressions.ts'
import { createExpression, type ExpressionInput, updateExpression } from '../expressions/save-expression.ts'
import { saveMailTemplate } from '../mail/templates/save-mail-template.ts'
import type { MailTemplate } from '../ports.ts'
import { conflict, invalidWhole } from '../problem.ts'
import { publishQuestions } from '../questions/publish-questions.ts'
import { getQuestionDesign } from '../questions/question-design.ts'
import { saveQuestionDraft } from '../questions/save-question-draft.ts'
import {
  createStatusMessage,
  type StatusMessageInput,
  updateStatusMessage,
} from '../status-messages/save-status-message.ts'
import { getStatusMessage } from '../status-messages/status-messages.ts'

/** What each kind of change carries. */
export interface PreparedInputs {
  category: CategoryInput
  questions: { readonly questions: readonly WireQuestion[] }
  status_message: StatusMessageInput
  mail_template: MailTemplate
  expression: ExpressionInput
}
export type PreparedKind = keyof PreparedInputs
export const PREPARED_KINDS = [
  'category',
  'questions',
  'status_message',
  'mail_template',
  'expression',
] as const satisfies readonly PreparedKind[]

export interface Carrying<Kind extends PreparedKind> {
  /** Null for something new. */
  readonly objectId: string | null
  readonly input: PreparedInputs[Kind]
}

interface KindRule<Kind extends PreparedKind> {
  /** The right that it takes, when it is prepared and again when it is carried out. */
  operationOf(objectId: string | null): Operation
  /** What it is called in a list. */
  titleOf(context: Context, change: Carrying<Kind>): Promise<string>
  /** The same as when it is done by hand. In the caller's transaction. */
  carryOut(context: Context, actor: Actor, change: Carrying<Kind>): Promise<unknown>
}

export const KIND_RULES: { readonly [Kind in PreparedKind]: KindRule<Kind> } = {
  category: {
    operationOf: () => 'category.update',
    titleOf: async (context, { objectId }) => (await getCategoryById(context, idOf(objectId))).name,
    carryOut: (context, actor, { objectId, input }) =>
      updateCategory(context, actor, { id: idOf(objectId), input }),
  },
  questions: {
    operationOf: () => 'question.write',
    titleOf: async (context, { objectId }) => (await getCategoryById(context, idOf(objectId))).name,
    carryOut: publishPrepared,
  },
  status_message: {
    operationOf: (objectId) => (objectId === null ? 'statusMessage.create' : 'statusMessage.update'),
    titleOf: async (context, { objectId, input }) =>
      objectId === null ? (input.title ?? '') : (await getStatusMessage(context, idOf(objectId))).title,
    carryOut: (context, actor, { objectId, input }) => {
      if (objectId !== null) return updateStatusMessage(context, actor, { id: idOf(objectId), input })
      const { title, text, state } = input
      if (title === undefined || text === undefined || state === undefined)
        throw invalidWhole('Een nieuwe standaardtekst heeft een titel, een tekst en een status nodig.')
      return createStatusMessage(context, actor, { ...input, title, text, state })
    },
  },
  mail_template: {
    operationOf: () => 'mailTemplate.write',
    titleOf: async (_context, { objectId }) => objectId ?? '',
    carryOut: (context, actor, { objectId, input }) =>
      saveMailTemplate(context, actor, { ...input, key: objectId as MailTemplateKey }),
  },
  expression: {
    operationOf: (objectId) => (objectId === null ? 'expression.create' : 'expression.update'),
    titleOf: async (context, { objectId, input }) =>
      objectId === null ? (input.name ?? '') : (await getExpression(context, idOf(objectId))).name,
    carryOut: (context, actor, { objectId, input }) => {
      if (objectId !== null) return updateExpression(context, actor, { id: idOf(objectId), input })
      const { name, code, type } = input
      if (name === undefined || code === undefined || type === undefined)
        throw invalidWhole('Een nieuwe regel heeft een naam en voorwaarden nodig.')
      return createExpression(context, actor, { ...input, name, code, type })
    },
  },
}

/** What someone else is writing in the meantime is theirs: it is not published, nor thrown away. */
async function publishPrepared(
  context: Context,
  actor: Actor,
  { objectId, input }: Carrying<'questions'>,
): Promise<void> {
  const categoryId = idOf(objectId)
  const { draft } = await getQuestionDesign(context, categoryId)
  if (draft && !isSameJson(draft.questions, input.questions))
    throw conflict('Er is ondertussen een ander concept van deze vragen. Publiceer of verwijder dat eerst.')
  const revision = draft?.revision ?? 0
  const saved = await saveQuestionDraft(context, actor, { categoryId, questions: input.questions, revision })
  await publishQuestions(context, actor, { categoryId, revision: saved.draft?.revision ?? 0 })
}

function idOf(objectId: string | null): number {
  const id = Number(objectId)
  if (objectId === null || !Number.isSafeInteger(id))
    throw invalidWhole('Er ontbreekt wat er wordt gewijzigd.')
  return id
}
