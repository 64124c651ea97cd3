import { replaceQuestions } from '../../questions/replace-questions.ts'
import type { RowChange } from '../plan-import.ts'
import { type ApplyRun, idOf } from './apply-run.ts'

/** Questions of the categories that an import makes or changes. */
export async function applyQuestions(
  run: ApplyRun,
  changes: readonly RowChange<'categories'>[],
): Promise<void> {
  const concerned = changes.filter(({ before, after, fields }) =>
    before ? fields.includes('questions') : after.questions.length > 0,
  )
  for (const { key, before, after } of concerned) {
    await replaceQuestions(run.db, {
      categoryId: idOf(run, 'categories', key),
      before: before?.questions ?? [],
      after: after.questions,
    })
  }
}
