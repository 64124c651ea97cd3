import type { QuestionnaireFieldType, SessionFlow } from '@signalen/domain'
import type { Context } from '../context.ts'

export interface NewQuestion {
  readonly analysisKey: string
  readonly label: string
  readonly shortLabel: string
  readonly fieldType: QuestionnaireFieldType
  readonly required: boolean
  readonly multipleAnswersAllowed?: boolean
}

export interface ExplanationFile {
  readonly description: string
  readonly attachmentId: number
}

export interface Explanation {
  readonly title: string
  readonly sections: readonly {
    readonly header: string
    readonly text: string | null
    readonly files: readonly ExplanationFile[]
  }[]
}

export interface NewQuestionnaire {
  readonly name: string
  readonly description: string | null
  readonly flow: SessionFlow
  readonly explanation: Explanation | null
  /** Asked one after the other. */
  readonly questions: readonly NewQuestion[]
}

export async function createQuestionnaire(context: Context, input: NewQuestionnaire): Promise<number> {
  const questionIds = await createQuestions(context, input.questions)
  const { id } = await context.db.kysely
    .insertInto('qa_questionnaire')
    .values({
      uuid: context.random.uuid(),
      name: input.name,
      description: input.description,
      is_active: true,
      flow: input.flow,
      first_question_id: questionIds[0] ?? null,
      explanation: input.explanation === null ? null : JSON.stringify(input.explanation),
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await createEdges(context, id, questionIds)
  return id
}

async function createQuestions(context: Context, questions: readonly NewQuestion[]): Promise<number[]> {
  const rows = questions.map((question) => ({
    uuid: context.random.uuid(),
    retrieval_key: null,
    analysis_key: question.analysisKey,
    label: question.label,
    short_label: question.shortLabel,
    field_type: question.fieldType,
    required: question.required,
    multiple_answers_allowed: question.multipleAnswersAllowed ?? false,
    additional_validation: null,
    extra_properties: null,
    created_at: context.clock.now(),
  }))
  const created = await context.db.kysely
    .insertInto('qa_question')
    .values(rows)
    .returning(['id', 'uuid'])
    .execute()
  const ids = new Map(created.map(({ id, uuid }) => [uuid, id]))
  return rows.flatMap(({ uuid }) => ids.get(uuid) ?? [])
}

async function createEdges(
  context: Context,
  questionnaireId: number,
  questionIds: readonly number[],
): Promise<void> {
  const edges = questionIds.slice(1).map((nextId, index) => ({
    questionnaire_id: questionnaireId,
    question_id: questionIds[index] ?? nextId,
    next_question_id: nextId,
    choice_id: null,
  }))
  if (edges.length > 0) await context.db.kysely.insertInto('qa_edge').values(edges).execute()
}
