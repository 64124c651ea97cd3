import type { MunicipalityHandle } from '@signalen/database'
import { isSameJson } from '@signalen/domain'

/** A question as a configuration file has it. */
export interface QuestionRow {
  readonly key: string
  readonly fieldType: string
  readonly required: boolean
  readonly meta: Readonly<Record<string, unknown>>
  readonly order: number | null
}

export interface QuestionsChange {
  readonly categoryId: number
  readonly before: readonly QuestionRow[]
  readonly after: readonly QuestionRow[]
}

interface StoredLink {
  readonly categoryId: number
  readonly questionId: number
  readonly key: string
  /** How many categories ask this question. */
  readonly uses: number
}

/** In their order, as the form asks them. */
export async function readQuestionRows(db: MunicipalityHandle, categoryId: number): Promise<QuestionRow[]> {
  return db.kysely
    .selectFrom('category_question as link')
    .innerJoin('question', 'question.id', 'link.question_id')
    .select([
      'question.key',
      'question.field_type as fieldType',
      'question.required',
      'question.meta',
      'link.order',
    ])
    .where('link.category_id', '=', categoryId)
    .orderBy('link.order')
    .orderBy('link.id')
    .execute()
}

/**
 * Gives a category other questions. Where several categories ask one question, only this one gets another
 * instead.
 */
export async function replaceQuestions(
  db: MunicipalityHandle,
  { categoryId, before, after }: QuestionsChange,
): Promise<void> {
  const links = await readLinks(db, categoryId)
  await removeQuestions(
    db,
    links.filter((link) => !after.some((question) => question.key === link.key)),
  )
  for (const question of after) {
    const known = before.find((stored) => stored.key === question.key)
    if (known && isSameJson(known, question)) continue
    const link = links.find((stored) => stored.key === question.key)
    if (link) await changeQuestion(db, link, question)
    else await addQuestion(db, categoryId, question)
  }
}

async function readLinks(db: MunicipalityHandle, categoryId: number): Promise<StoredLink[]> {
  return db.kysely
    .selectFrom('category_question as link')
    .innerJoin('question', 'question.id', 'link.question_id')
    .select((eb) => [
      'link.category_id as categoryId',
      'link.question_id as questionId',
      'question.key',
      eb
        .selectFrom('category_question as other')
        .whereRef('other.question_id', '=', 'link.question_id')
        .select(({ fn }) => fn.countAll<number>().as('uses'))
        .$asScalar()
        .$notNull()
        .as('uses'),
    ])
    .where('link.category_id', '=', categoryId)
    .orderBy('link.id')
    .execute()
}

async function addQuestion(db: MunicipalityHandle, categoryId: number, question: QuestionRow): Promise<void> {
  const { id } = await db.kysely
    .insertInto('question')
    .values({ key: question.key, ...questionColumns(question) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.kysely
    .insertInto('category_question')
    .values({ category_id: categoryId, question_id: id, order: question.order })
    .execute()
}

async function changeQuestion(
  db: MunicipalityHandle,
  link: StoredLink,
  question: QuestionRow,
): Promise<void> {
  if (link.uses > 1) {
    await removeLink(db, link)
    return addQuestion(db, link.categoryId, question)
  }
  await db.kysely
    .updateTable('question')
    .set(questionColumns(question))
    .where('id', '=', link.questionId)
    .execute()
  await db.kysely
    .updateTable('category_question')
    .set({ order: question.order })
    .where('category_id', '=', link.categoryId)
    .where('question_id', '=', link.questionId)
    .execute()
}

async function removeQuestions(db: MunicipalityHandle, links: readonly StoredLink[]): Promise<void> {
  for (const link of links) {
    await removeLink(db, link)
    if (link.uses === 1) await db.kysely.deleteFrom('question').where('id', '=', link.questionId).execute()
  }
}

async function removeLink(db: MunicipalityHandle, { categoryId, questionId }: StoredLink): Promise<void> {
  await db.kysely
    .deleteFrom('category_question')
    .where('category_id', '=', categoryId)
    .where('question_id', '=', questionId)
    .execute()
}

function questionColumns({ fieldType, required, meta }: QuestionRow) {
  return { field_type: fieldType, required, meta: JSON.stringify(meta) }
}
