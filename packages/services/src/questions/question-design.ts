import type { MunicipalityHandle } from '@signalen/database'
import { isSameJson, type WireQuestion } from '@signalen/domain'
import type { Category } from '../categories/category-tree.ts'
import { getCategoryById } from '../categories/get-category.ts'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import { type QuestionRow, readQuestionRows } from './replace-questions.ts'

export interface QuestionDraft {
  readonly questions: readonly WireQuestion[]
  readonly revision: number
  readonly updatedAt: Date
  readonly updatedBy: string | null
}

export interface QuestionVersion {
  readonly number: number
  readonly count: number
  readonly publishedAt: Date
  readonly publishedBy: string | null
}

/** The questions of a category: what residents see, what is being written, and what was before. */
export interface QuestionDesign {
  readonly category: Category
  readonly published: readonly WireQuestion[]
  readonly draft: QuestionDraft | null
  /** Newest first. */
  readonly versions: readonly QuestionVersion[]
  /** Of the main category, asked after those of a subcategory. */
  readonly inherited: readonly WireQuestion[]
}

export async function getQuestionDesign(context: Pick<Context, 'db'>, id: number): Promise<QuestionDesign> {
  const { db } = context
  const category = await getCategoryById(context, id)
  return {
    category,
    published: await readPublished(db, id),
    draft: await findDraft(db, id),
    versions: await listVersions(db, id),
    inherited: category.parent ? await readPublished(db, category.parent.id) : [],
  }
}

export async function getQuestionVersion(
  context: Pick<Context, 'db'>,
  { id, number }: { readonly id: number; readonly number: number },
): Promise<readonly WireQuestion[]> {
  const row = await context.db.kysely
    .selectFrom('question_version')
    .select('questions')
    .where('category_id', '=', id)
    .where('number', '=', number)
    .executeTakeFirst()
  if (!row) throw notFound('QuestionVersion')
  return row.questions as readonly WireQuestion[]
}

export interface DesignedCategory {
  readonly categoryId: number
  readonly count: number
  readonly hasDraft: boolean
}

/** How many questions each category has; categories without any and without a draft are not there. */
export async function listQuestionDesigns({ db }: Pick<Context, 'db'>): Promise<DesignedCategory[]> {
  const counts = await db.kysely
    .selectFrom('category_question')
    .select(({ fn }) => ['category_id', fn.countAll<number>().as('count')])
    .groupBy('category_id')
    .execute()
  const drafts = new Set(
    (await db.kysely.selectFrom('question_draft').select('category_id').execute()).map(
      (row) => row.category_id,
    ),
  )
  const countOf = new Map(counts.map(({ category_id: id, count }) => [id, Number(count)]))
  return [...new Set([...countOf.keys(), ...drafts])].map((categoryId) => ({
    categoryId,
    count: countOf.get(categoryId) ?? 0,
    hasDraft: drafts.has(categoryId),
  }))
}

export async function readPublished(db: MunicipalityHandle, categoryId: number): Promise<WireQuestion[]> {
  return (await readQuestionRows(db, categoryId)).map(toWireQuestion)
}

export function toWireQuestion({ key, fieldType, required, meta }: QuestionRow): WireQuestion {
  return { key, field_type: fieldType, required, meta }
}

export async function findDraft(db: MunicipalityHandle, categoryId: number): Promise<QuestionDraft | null> {
  const row = await db.kysely
    .selectFrom('question_draft')
    .selectAll()
    .where('category_id', '=', categoryId)
    .executeTakeFirst()
  return row
    ? {
        questions: row.questions as WireQuestion[],
        revision: row.revision,
        updatedAt: row.updated_at,
        updatedBy: row.updated_by,
      }
    : null
}

async function listVersions(db: MunicipalityHandle, categoryId: number): Promise<QuestionVersion[]> {
  const rows = await db.kysely
    .selectFrom('question_version')
    .selectAll()
    .where('category_id', '=', categoryId)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    count: row.questions.length,
    publishedAt: row.published_at,
    publishedBy: row.published_by,
  }))
}

/** The number of the newest version, and whether it is what residents see now. */
export async function findNewestVersion(
  db: MunicipalityHandle,
  { categoryId, published }: { readonly categoryId: number; readonly published: readonly WireQuestion[] },
): Promise<{ readonly number: number; readonly isCurrent: boolean }> {
  const row = await db.kysely
    .selectFrom('question_version')
    .select(['number', 'questions'])
    .where('category_id', '=', categoryId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { number: row?.number ?? 0, isCurrent: row !== undefined && isSameJson(row.questions, published) }
}
