import { isSameJson } from '@signalen/domain'
import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { type ApplyRun, idOf } from './apply-run.ts'

type Question = StoredRow<'categories'>['questions'][number]

interface StoredLink {
  readonly categoryId: number
  readonly questionId: number
  readonly key: string
  /** How many categories ask this question. */
  readonly uses: number
}

/**
 * Questions of the categories that an import makes or changes. Where several categories ask one question,
 * only those that the file changes get another one.
 */
export async function applyQuestions(
  run: ApplyRun,
  changes: readonly RowChange<'categories'>[],
): Promise<void> {
  const concerned = changes.filter(({ before, after, fields }) =>
    before ? fields.includes('questions') : after.questions.length > 0,
  )
  if (concerned.length === 0) return
  const ids = concerned.map(({ key }) => idOf(run, 'categories', key))
  const links = await readLinks(run, ids)
  for (const { key, before, after } of concerned) {
    const categoryId = idOf(run, 'categories', key)
    const own = links.filter((link) => link.categoryId === categoryId)
    await removeQuestions(
      run,
      own.filter((link) => !after.questions.some((question) => question.key === link.key)),
    )
    for (const question of after.questions) {
      const known = before?.questions.find((stored) => stored.key === question.key)
      if (known && isSameJson(known, question)) continue
      const link = own.find((stored) => stored.key === question.key)
      if (link) await changeQuestion(run, link, question)
      else await addQuestion(run, categoryId, question)
    }
  }
}

async function readLinks(run: ApplyRun, categoryIds: readonly number[]): Promise<StoredLink[]> {
  return run.db.kysely
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
    .where('link.category_id', 'in', categoryIds)
    .orderBy('link.id')
    .execute()
}

async function addQuestion(run: ApplyRun, categoryId: number, question: Question): Promise<void> {
  const { id } = await run.db.kysely
    .insertInto('question')
    .values({ key: question.key, ...questionColumns(question) })
    .returning('id')
    .executeTakeFirstOrThrow()
  await run.db.kysely
    .insertInto('category_question')
    .values({ category_id: categoryId, question_id: id, order: question.order })
    .execute()
}

async function changeQuestion(run: ApplyRun, link: StoredLink, question: Question): Promise<void> {
  if (link.uses > 1) {
    await removeLink(run, link)
    return addQuestion(run, link.categoryId, question)
  }
  await run.db.kysely
    .updateTable('question')
    .set(questionColumns(question))
    .where('id', '=', link.questionId)
    .execute()
  await run.db.kysely
    .updateTable('category_question')
    .set({ order: question.order })
    .where('category_id', '=', link.categoryId)
    .where('question_id', '=', link.questionId)
    .execute()
}

async function removeQuestions(run: ApplyRun, links: readonly StoredLink[]): Promise<void> {
  for (const link of links) {
    await removeLink(run, link)
    if (link.uses === 1)
      await run.db.kysely.deleteFrom('question').where('id', '=', link.questionId).execute()
  }
}

async function removeLink(run: ApplyRun, { categoryId, questionId }: StoredLink): Promise<void> {
  await run.db.kysely
    .deleteFrom('category_question')
    .where('category_id', '=', categoryId)
    .where('question_id', '=', questionId)
    .execute()
}

function questionColumns({ fieldType, required, meta }: Question) {
  return { field_type: fieldType, required, meta: JSON.stringify(meta) }
}
