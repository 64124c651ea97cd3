import { type Actor, hasPermission, parseMoment, unavailableChoice } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { invalid } from '../../problem.ts'
import { type Reference, readReference } from '../reference.ts'
import { whereVisible } from '../visibility.ts'
import type { PlaceInList } from './signal-selection.ts'

export interface IdList {
  readonly count: number
  readonly ids: readonly number[]
}

export interface PromotedQuery {
  readonly after?: string | undefined
  placeOf(count: number): PlaceInList
}

/** Reports that were split since then, the newest first. */
export async function listPromotedParents(
  context: Context,
  actor: Actor,
  query: PromotedQuery,
): Promise<IdList> {
  const after = readMoment('after', query.after)
  const visible = whereVisible(context.db, actor) ?? sql<boolean>`true`
  const found = sql<{ id: number }>`
    select s.id from ${context.db.table('signal')} s
    where s.child_count > 0 and ${visible} and (${after}::timestamptz is null or (
      select min(child.created_at) from ${context.db.table('signal')} child where child.parent_id = s.id
    ) >= ${after}::timestamptz)`
  return pageOf(context, found, query)
}

export interface RemovedQuery extends PromotedQuery {
  readonly before?: string | undefined
  readonly slugs: readonly string[]
}

/**
 * Reports that once were in one of these categories and no more are, by when they got the category that they
 * have. Only of categories that this person may see, so that it tells nobody what is none of theirs.
 */
export async function listRemovedFromCategory(
  context: Context,
  actor: Actor,
  query: RemovedQuery,
): Promise<IdList> {
  const [after, before] = [readMoment('after', query.after), readMoment('before', query.before)]
  const ids = await findCategoryIds(context, actor, query.slugs)
  const found = sql<{ id: number }>`
    select s.id from ${context.db.table('signal')} s
    where s.category_id <> all(${ids}::integer[])
      and (${after}::timestamptz is null or s.category_assigned_at >= ${after}::timestamptz)
      and (${before}::timestamptz is null or s.category_assigned_at <= ${before}::timestamptz)
      and exists (
        select from ${context.db.table('signal_history')} earlier
        where earlier.signal_id = s.id and earlier.kind = 'category'
          and (earlier.data->>'categoryId')::integer = any(${ids}::integer[]))`
  return pageOf(context, found, query)
}

async function findCategoryIds(context: Context, actor: Actor, slugs: readonly string[]): Promise<number[]> {
  const reference = await readReference(context.db)
  const known = new Set(
    [...reference.categories.values(), ...reference.mains.values()].map(({ slug }) => slug),
  )
  const unknown = slugs.find((slug) => !known.has(slug))
  if (unknown !== undefined) throw invalid({ category_slug: [unavailableChoice(unknown)] })
  return listOwnCategories(reference, actor)
    .filter(({ slug }) => slugs.includes(slug))
    .map(({ id }) => id)
}

function listOwnCategories(reference: Reference, actor: Actor) {
  const all = [...reference.categories.values()]
  if (hasPermission(actor, 'sia_can_view_all_categories')) return all
  return all.filter(({ viewerIds }) => viewerIds.some((id) => actor.departmentIds.includes(id)))
}

function readMoment(field: string, text: string | undefined): string | null {
  if (text === undefined || text === '') return null
  const moment = parseMoment(text)
  if (moment === undefined) throw invalid({ [field]: ['Voer een geldige datum/tijd in.'] })
  return moment
}

async function pageOf(
  context: Context,
  found: RawBuilder<{ id: number }>,
  query: PromotedQuery,
): Promise<IdList> {
  const { rows: counted } = await sql<{ count: number }>`
    select count(*)::integer as count from (${found}) found`.execute(context.db.kysely)
  const count = counted[0]?.count ?? 0
  const { limit, offset } = query.placeOf(count)
  const { rows } = await sql<{ id: number }>`
    ${found} order by s.id desc limit ${limit} offset ${offset}`.execute(context.db.kysely)
  return { count, ids: rows.map(({ id }) => id) }
}
