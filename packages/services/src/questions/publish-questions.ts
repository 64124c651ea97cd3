import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, describeDesignFault, findDesignFaults, type WireQuestion } from '@signalen/domain'
import { sql } from 'kysely'
import { getCategoryById } from '../categories/get-category.ts'
import type { Context } from '../context.ts'
import { conflict, invalid } from '../problem.ts'
import { recordObjectChange } from '../settings/object-history.ts'
import {
  findDraft,
  findNewestVersion,
  getQuestionDesign,
  type QuestionDesign,
  readPublished,
} from './question-design.ts'
import { type QuestionRow, readQuestionRows, replaceQuestions } from './replace-questions.ts'
import { deleteDraft, requireRevision } from './save-question-draft.ts'

export interface Publication {
  readonly categoryId: number
  /** Of the draft as it was seen. */
  readonly revision: number
}

/**
 * Makes the draft what residents see from now on, as a new version. What they saw until now is kept as a
 * version too, where it is not one yet: it may have come by a configuration file.
 */
export async function publishQuestions(
  context: Context,
  actor: Actor,
  { categoryId, revision }: Publication,
): Promise<QuestionDesign> {
  const category = await getCategoryById(context, categoryId)
  const inherited = category.parent ? await readPublished(context.db, category.parent.id) : []
  await context.db.transaction(async (db) => {
    await lockCategory(db, categoryId)
    const draft = await findDraft(db, categoryId)
    if (draft === null) throw conflict('Er is geen concept om te publiceren.')
    requireRevision(draft.revision, revision)
    requireSound(draft.questions, inherited)
    const number = await keepVersions(context, db, {
      categoryId,
      questions: draft.questions,
      by: actor.email,
    })
    await replaceQuestions(db, {
      categoryId,
      before: await readQuestionRows(db, categoryId),
      after: draft.questions.map(toRow),
    })
    await deleteDraft(db, categoryId)
    const change = { questionVersion: number }
    await recordObjectChange(db, {
      kind: 'category',
      id: categoryId,
      change,
      at: context.clock.now(),
      by: actor.email,
    })
  })
  return getQuestionDesign(context, categoryId)
}

/** Two who publish at once wait for each other here. */
async function lockCategory(db: MunicipalityHandle, id: number): Promise<void> {
  await sql`select 1 from ${db.table('category')} where id = ${id} for update`.execute(db.kysely)
}

function requireSound(questions: readonly WireQuestion[], inherited: readonly WireQuestion[]): void {
  const faults = findDesignFaults(questions, inherited)
  if (faults.length > 0) throw invalid({ questions: faults.map(describeDesignFault) })
}

interface NewVersion {
  readonly categoryId: number
  readonly questions: readonly WireQuestion[]
  readonly by: string
}

async function keepVersions(
  context: Context,
  db: MunicipalityHandle,
  { categoryId, questions, by }: NewVersion,
): Promise<number> {
  const published = await readPublished(db, categoryId)
  const newest = await findNewestVersion(db, { categoryId, published })
  const at = context.clock.now()
  const hasUnkept = !newest.isCurrent && (published.length > 0 || newest.number > 0)
  const before = hasUnkept ? [{ questions: published, by: null }] : []
  const added = [...before, { questions, by }]
  await db.kysely
    .insertInto('question_version')
    .values(
      added.map((version, index) => ({
        category_id: categoryId,
        number: newest.number + 1 + index,
        questions: JSON.stringify(version.questions),
        published_at: at,
        published_by: version.by,
      })),
    )
    .execute()
  return newest.number + added.length
}

function toRow(question: WireQuestion, index: number): QuestionRow {
  return {
    key: question.key,
    fieldType: question.field_type,
    required: question.required ?? false,
    meta: Object(question.meta ?? {}) as Record<string, unknown>,
    order: index + 1,
  }
}
