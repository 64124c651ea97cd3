import type { MunicipalityHandle } from '@signalen/database'
import type { Actor, WireQuestion } from '@signalen/domain'
import { sql } from 'kysely'
import { getCategoryById } from '../categories/get-category.ts'
import type { Context } from '../context.ts'
import { conflict } from '../problem.ts'
import { getQuestionDesign, type QuestionDesign } from './question-design.ts'

export interface DraftInput {
  readonly categoryId: number
  readonly questions: readonly WireQuestion[]
  /** Of the draft that was changed; 0 where there was none. */
  readonly revision: number
}

const CHANGED_BEFORE = 'Iemand anders heeft dit concept ondertussen gewijzigd. Haal het opnieuw op.'

/** A draft may be unfinished: it is looked at when it is published. */
export async function saveQuestionDraft(
  context: Context,
  actor: Actor,
  input: DraftInput,
): Promise<QuestionDesign> {
  const { categoryId, revision } = input
  await getCategoryById(context, categoryId)
  const values = {
    questions: JSON.stringify(input.questions),
    updated_at: context.clock.now(),
    updated_by: actor.email,
  }
  const saved = await context.db.kysely
    .insertInto('question_draft')
    .values({ category_id: categoryId, ...values, revision: revision + 1 })
    .onConflict((known) =>
      known
        .column('category_id')
        .doUpdateSet({ ...values, revision: revision + 1 })
        .where(sql<boolean>`question_draft.revision = ${revision}`),
    )
    .returning('revision')
    .executeTakeFirst()
  if (!saved) throw conflict(CHANGED_BEFORE)
  return getQuestionDesign(context, categoryId)
}

export async function dropQuestionDraft(context: Context, categoryId: number): Promise<QuestionDesign> {
  await getCategoryById(context, categoryId)
  await deleteDraft(context.db, categoryId)
  return getQuestionDesign(context, categoryId)
}

export async function deleteDraft(db: MunicipalityHandle, categoryId: number): Promise<void> {
  await db.kysely.deleteFrom('question_draft').where('category_id', '=', categoryId).execute()
}

/** Of the draft that someone looked at, and no other. */
export function requireRevision(found: number, expected: number): void {
  if (found !== expected) throw conflict(CHANGED_BEFORE)
}
