import type { QuestionnaireFieldType, SessionFlow } from '@signalen/domain'
import type { Context } from '../context.ts'

export interface NewQuestion {
  readonly analysisKey: string
  readonly label: string
  readonly shortLabel: string
  readonly fieldType: QuestionnaireFieldType
  readonly required: boolean
  readonly multipleAnswersAllowed?: boolean
  readonly choices?: readonly NewChoice[]
}

export interface NewChoice {
  readonly payload: string | boolean
  readonly display: string
}

/** A way from one question to another, by their analysis keys. */
export interface NewWay {
  readonly from: string
  readonly to: string
  /** Only for who chose this. */
  readonly chosen?: NewChoice['payload']
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
  /** Asked one after the other, unless there are ways. */
  readonly questions: readonly NewQuestion[]
  readonly ways?: readonly NewWay[]
  /** Whether anyone may begin it; true when nothing is said. */
  readonly isActive?: boolean
}

export async function createQuestionnaire(context: Context, input: NewQuestionnaire): Promise<number> {
  const ids = await createQuestions(context, input.questions)
  const { id } = await context.db.kysely
    .insertInto('qa_questionnaire')
    .values({
      uuid: context.random.uuid(),
      name: input.name,
      description: input.description,
      is_active: input.isActive ?? true,
      flow: input.flow,
      first_question_id: [...ids.values()][0] ?? null,
      explanation: input.explanation === null ? null : JSON.stringify(input.explanation),
      created_at: context.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const choices = await createChoices(context, input.questions, ids)
  await createEdges(context, id, { ways: input.ways ?? oneAfterTheOther(input.questions), ids, choices })
  return id
}

type QuestionIds = ReadonlyMap<string, number>

/** Their ids by their analysis keys, in their order. */
async function createQuestions(context: Context, questions: readonly NewQuestion[]): Promise<QuestionIds> {
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
  return new Map(rows.flatMap(({ uuid, analysis_key }) => [[analysis_key, ids.get(uuid) ?? 0]]))
}

interface CreatedChoice {
  readonly id: number
  readonly questionId: number
  readonly payload: unknown
}

async function createChoices(
  context: Context,
  questions: readonly NewQuestion[],
  ids: QuestionIds,
): Promise<CreatedChoice[]> {
  const rows = questions.flatMap(({ analysisKey, choices = [] }) =>
    choices.map(({ payload, display }, order) => ({
      question_id: ids.get(analysisKey) ?? 0,
      payload: JSON.stringify(payload),
      display,
      order,
    })),
  )
  if (rows.length === 0) return []
  const created = await context.db.kysely
    .insertInto('qa_choice')
    .values(rows)
    .returning(['id', 'question_id', 'payload'])
    .execute()
  return created.map(({ id, question_id, payload }) => ({ id, questionId: question_id, payload }))
}

function oneAfterTheOther(questions: readonly NewQuestion[]): NewWay[] {
  return questions.slice(1).map(({ analysisKey }, index) => ({
    from: questions[index]?.analysisKey ?? analysisKey,
    to: analysisKey,
  }))
}

interface Ways {
  readonly ways: readonly NewWay[]
  readonly ids: QuestionIds
  readonly choices: readonly CreatedChoice[]
}

async function createEdges(
  context: Context,
  questionnaireId: number,
  { ways, ids, choices }: Ways,
): Promise<void> {
  const edges = ways.map(({ from, to, chosen }) => {
    const questionId = ids.get(from) ?? 0
    const choice = choices.find((one) => one.questionId === questionId && one.payload === chosen)
    return {
      questionnaire_id: questionnaireId,
      question_id: questionId,
      next_question_id: ids.get(to) ?? 0,
      choice_id: choice?.id ?? null,
    }
  })
  if (edges.length > 0) await context.db.kysely.insertInto('qa_edge').values(edges).execute()
}
