import type { MunicipalityHandle } from '@signalen/database'
import type { Actor, StatusCode } from '@signalen/domain'
import { recordRemoved, recordSaved } from '../audit/record-saved.ts'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { invalid, notFound } from '../problem.ts'
import { unknownPk } from '../unknown-pk.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { getStatusMessage, type StatusMessage } from './status-messages.ts'

export interface StatusMessageInput {
  readonly title?: string | undefined
  readonly text?: string | undefined
  readonly active?: boolean | undefined
  readonly state?: StatusCode | undefined
  /** When it is there, it becomes the whole set. */
  readonly categories?: readonly number[] | undefined
}

export async function createStatusMessage(
  context: Context,
  actor: Actor,
  input: StatusMessageInput & { readonly title: string; readonly text: string; readonly state: StatusCode },
): Promise<StatusMessage> {
  await requireCategories(context, input.categories)
  const now = context.clock.now()
  const { title, text, state, active } = input
  const id = await context.db.transaction(async (db) => {
    const created = await db.kysely
      .insertInto('status_message')
      .values({ title, text, state, ...withoutUndefined({ active }), created_at: now, updated_at: now })
      .returning('id')
      .executeTakeFirstOrThrow()
    await replaceCategories(db, created.id, input.categories)
    await record({ ...context, db }, actor, { id: created.id, before: undefined })
    return created.id
  })
  return getStatusMessage(context, id)
}

export async function updateStatusMessage(
  context: Context,
  actor: Actor,
  { id, input }: { readonly id: number; readonly input: StatusMessageInput },
): Promise<StatusMessage> {
  const before = await getStatusMessage(context, id)
  await requireCategories(context, input.categories)
  const { categories, ...columns } = input
  await context.db.transaction(async (db) => {
    await db.kysely
      .updateTable('status_message')
      .set({ ...withoutUndefined(columns), updated_at: context.clock.now() })
      .where('id', '=', id)
      .execute()
    await replaceCategories(db, id, categories)
    await record({ ...context, db }, actor, { id, before })
  })
  return getStatusMessage(context, id)
}

export async function deleteStatusMessage(context: Context, actor: Actor, id: number): Promise<void> {
  await context.db.transaction(async (db) => {
    const removed = await db.kysely
      .deleteFrom('status_message')
      .where('id', '=', id)
      .returning('title')
      .executeTakeFirst()
    if (!removed) throw notFound('StatusMessage')
    const name = removed.title
    await recordRemoved({ ...context, db }, { by: actor.email, type: 'status_message', id, name })
  })
}

async function record(
  context: Context,
  actor: Actor,
  { id, before }: { readonly id: number; readonly before: StatusMessage | undefined },
): Promise<void> {
  const after = await getStatusMessage(context, id)
  await recordSaved(context, {
    by: actor.email,
    type: 'status_message',
    id,
    before: before && factsOf(before),
    after: factsOf(after),
  })
}

function factsOf({ title, text, active, state, categoryIds }: StatusMessage) {
  return { title, text, active, state, categoryIds: [...categoryIds] }
}

async function requireCategories({ db }: Context, ids: readonly number[] = []): Promise<void> {
  if (ids.length === 0) return
  const { byId } = await getCategoryTree(db)
  const unknown = ids.find((id) => !byId.has(id))
  if (unknown !== undefined) throw invalid({ categories: [unknownPk(unknown)] })
}

/** A category that stays keeps the place that the text has there. */
async function replaceCategories(
  db: MunicipalityHandle,
  messageId: number,
  categoryIds: readonly number[] | undefined,
): Promise<void> {
  if (!categoryIds) return
  let obsolete = db.kysely.deleteFrom('status_message_category').where('status_message_id', '=', messageId)
  if (categoryIds.length > 0) obsolete = obsolete.where('category_id', 'not in', categoryIds)
  await obsolete.execute()
  const rows = [...new Set(categoryIds)].map((id) => ({ status_message_id: messageId, category_id: id }))
  if (rows.length === 0) return
  await db.kysely
    .insertInto('status_message_category')
    .values(rows)
    .onConflict((conflict) => conflict.constraint('status_message_category_uq').doNothing())
    .execute()
}
