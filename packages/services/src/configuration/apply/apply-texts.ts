import type { StoredRow } from '../configuration.ts'
import type { RowChange } from '../plan-import.ts'
import { categoryKey } from '../sections.ts'
import { type ApplyRun, idOf, insertBatches, insertRows, splitChanges } from './apply-run.ts'

export async function applyStandardAnswerTopics(
  run: ApplyRun,
  changes: readonly RowChange<'standardAnswerTopics'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('standard_answer_topic')
      .values(batch.map(({ after }) => after))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'standardAnswerTopics', key)
    await run.db.kysely.updateTable('standard_answer_topic').set(after).where('id', '=', id).execute()
  }
}

export async function applyStandardAnswers(
  run: ApplyRun,
  changes: readonly RowChange<'standardAnswers'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('standard_answer')
      .values(batch.map(({ after }) => answerColumns(run, after)))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'standardAnswers', key)
    await run.db.kysely
      .updateTable('standard_answer')
      .set(answerColumns(run, after))
      .where('id', '=', id)
      .execute()
  }
}

function answerColumns(run: ApplyRun, row: StoredRow<'standardAnswers'>) {
  return {
    text: row.text,
    is_visible: row.isVisible,
    is_satisfied: row.isSatisfied,
    reopens_when_unhappy: row.reopensWhenUnhappy,
    open_answer: row.openAnswer,
    order: row.order,
    topic_id: row.topic === null ? null : idOf(run, 'standardAnswerTopics', row.topic),
  }
}

export async function applyStatusMessages(
  run: ApplyRun,
  changes: readonly RowChange<'statusMessages'>[],
): Promise<void> {
  const { added, changed } = splitChanges(changes)
  await insertRows(run, added, (batch) =>
    run.db.kysely
      .insertInto('status_message')
      .values(batch.map(({ after }) => ({ ...messageColumns(run, after), created_at: run.now })))
      .returning('id')
      .execute(),
  )
  for (const { key, after } of changed) {
    const id = idOf(run, 'statusMessages', key)
    await run.db.kysely
      .updateTable('status_message')
      .set(messageColumns(run, after))
      .where('id', '=', id)
      .execute()
  }
  await replaceMessageCategories(run, changes)
}

function messageColumns(run: ApplyRun, { title, text, active, state }: StoredRow<'statusMessages'>) {
  return { title, text, active, state, updated_at: run.now }
}

async function replaceMessageCategories(
  run: ApplyRun,
  changes: readonly RowChange<'statusMessages'>[],
): Promise<void> {
  const concerned = changes.filter(({ before, fields }) => !before || fields.includes('categories'))
  if (concerned.length === 0) return
  const ids = concerned.map(({ key }) => idOf(run, 'statusMessages', key))
  await run.db.kysely.deleteFrom('status_message_category').where('status_message_id', 'in', ids).execute()
  const links = concerned.flatMap(({ key, after }) =>
    after.categories.map(({ main, sub, position }) => ({
      status_message_id: idOf(run, 'statusMessages', key),
      category_id: idOf(run, 'categories', categoryKey(main, sub)),
      position,
    })),
  )
  await insertBatches(links, (batch) =>
    run.db.kysely.insertInto('status_message_category').values(batch).execute(),
  )
}

export async function applyStatusMessageTemplates(
  run: ApplyRun,
  changes: readonly RowChange<'statusMessageTemplates'>[],
): Promise<void> {
  for (const { after } of changes) {
    const { main, sub, state, templates } = after
    const categoryId = idOf(run, 'categories', categoryKey(main, sub))
    await run.db.kysely
      .deleteFrom('status_message_template')
      .where('category_id', '=', categoryId)
      .where('state', '=', state)
      .execute()
    const rows = templates.map(({ title, text, isActive }, order) => ({
      category_id: categoryId,
      state,
      title,
      text,
      is_active: isActive,
      order,
      created_at: run.now,
      updated_at: run.now,
    }))
    await insertBatches(rows, (batch) =>
      run.db.kysely.insertInto('status_message_template').values(batch).execute(),
    )
  }
}

export async function applyEmailTemplates(
  run: ApplyRun,
  changes: readonly RowChange<'emailTemplates'>[],
): Promise<void> {
  const rows = changes.map(({ after }) => ({ ...after, created_at: run.now, updated_at: run.now }))
  const dutch = rows.filter(({ language }) => language === 'nl')
  await insertBatches(
    dutch.map(({ language: _, ...row }) => row),
    (batch) =>
      run.db.kysely
        .insertInto('mail_template')
        .values(batch)
        .onConflict((conflict) =>
          conflict.column('key').doUpdateSet(({ ref }) => ({
            title: ref('excluded.title'),
            body: ref('excluded.body'),
            updated_at: ref('excluded.updated_at'),
          })),
        )
        .execute(),
  )
  await insertBatches(
    rows.filter(({ language }) => language !== 'nl'),
    (batch) =>
      run.db.kysely
        .insertInto('mail_template_translation')
        .values(batch)
        .onConflict((conflict) =>
          conflict.columns(['key', 'language']).doUpdateSet(({ ref }) => ({
            title: ref('excluded.title'),
            body: ref('excluded.body'),
            updated_at: ref('excluded.updated_at'),
          })),
        )
        .execute(),
  )
}
