import type { MunicipalityHandle } from '@signalen/database'
import { type StatusCode, unavailableChoice } from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { invalid, notFound } from '../problem.ts'
import { readReference } from '../signals/reference.ts'

export interface StatusMessage {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly active: boolean
  readonly state: string
  readonly categoryIds: readonly number[]
  readonly createdAt: Date
  readonly updatedAt: Date
}

export interface StatusMessageFilter {
  readonly active?: boolean | undefined
  readonly category_id?: number | undefined
  readonly state?: readonly StatusCode[] | undefined
}

const POSITION = 'statusmessagecategory__position'
export const STATUS_MESSAGE_ORDERS = [
  'created_at',
  '-created_at',
  'updated_at',
  '-updated_at',
  POSITION,
  `-${POSITION}`,
] as const
export type StatusMessageOrder = (typeof STATUS_MESSAGE_ORDERS)[number]

export interface StatusMessageList {
  readonly filter: StatusMessageFilter
  readonly order: readonly StatusMessageOrder[]
  readonly page: PageRequest
}

export async function listStatusMessages(
  { db }: Pick<Context, 'db'>,
  list: StatusMessageList,
): Promise<Page<StatusMessage>> {
  await requireCategory(db, list.filter.category_id)
  const chosen = chooseMessages(db, list.filter)
  const { count } = await chosen
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const order = list.order.length > 0 ? list.order : (['-created_at'] as const)
  const sorted = order.reduce(
    (query, term) => query.orderBy(columnOf(db, term, list.filter), term.startsWith('-') ? 'desc' : 'asc'),
    chosen.select('message.id'),
  )
  const rows = await sorted
    .orderBy('message.id', 'desc')
    .offset(offsetOf(list.page, count))
    .limit(list.page.pageSize)
    .execute()
  const results = await viewStatusMessages(
    db,
    rows.map(({ id }) => id),
  )
  return { count, results }
}

async function requireCategory(db: MunicipalityHandle, id: number | undefined): Promise<void> {
  if (id === undefined) return
  const { categories, mains } = await readReference(db)
  if (!categories.has(id) && !mains.has(id)) throw invalid({ category_id: [unavailableChoice(String(id))] })
}

function chooseMessages(db: MunicipalityHandle, { active, category_id, state }: StatusMessageFilter) {
  let query = db.kysely.selectFrom('status_message as message')
  if (active !== undefined) query = query.where('message.active', '=', active)
  if (state?.length) query = query.where('message.state', 'in', state)
  if (category_id !== undefined) {
    query = query.where(
      sql<boolean>`exists (
        select 1 from ${db.table('status_message_category')} link
        where link.status_message_id = message.id and link.category_id = ${category_id}::float8)`,
    )
  }
  return query
}

/** The place among the texts of the category that is asked for, or else the first place that it has anywhere. */
function columnOf(db: MunicipalityHandle, term: StatusMessageOrder, { category_id }: StatusMessageFilter) {
  switch (term) {
    case 'created_at':
    case '-created_at':
      return sql`message.created_at`
    case 'updated_at':
    case '-updated_at':
      return sql`message.updated_at`
    default:
      return sql`(
        select min(link.position) from ${db.table('status_message_category')} link
        where link.status_message_id = message.id
          and (${category_id ?? null}::float8 is null or link.category_id = ${category_id ?? null}::float8))`
  }
}

export async function getStatusMessage({ db }: Pick<Context, 'db'>, id: number): Promise<StatusMessage> {
  const [message] = await viewStatusMessages(db, [id])
  if (!message) throw notFound('StatusMessage')
  return message
}

/** In the order of the ids. */
export async function viewStatusMessages(
  db: MunicipalityHandle,
  ids: readonly number[],
): Promise<StatusMessage[]> {
  if (ids.length === 0) return []
  const messages = await db.kysely
    .selectFrom('status_message')
    .select(['id', 'title', 'text', 'active', 'state', 'created_at as createdAt', 'updated_at as updatedAt'])
    .where(anyOf('id', ids))
    .execute()
  const links = await db.kysely
    .selectFrom('status_message_category')
    .select(['status_message_id', 'category_id'])
    .where(anyOf('status_message_id', ids))
    .orderBy('id')
    .execute()
  const byId = new Map(messages.map((message) => [message.id, message]))
  const linksOf = Map.groupBy(links, ({ status_message_id }) => status_message_id)
  return ids.flatMap((id) => {
    const message = byId.get(id)
    const categoryIds = (linksOf.get(id) ?? []).map(({ category_id }) => category_id)
    return message ? [{ ...message, categoryIds }] : []
  })
}
