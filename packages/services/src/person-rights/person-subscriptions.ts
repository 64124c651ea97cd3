import type { PersonIdentity } from '@signalen/domain'
import { sql } from 'kysely'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { describeMap, describeReport } from '../subscriptions/subscription-subject.ts'
import type { LinkedPerson } from './find-person.ts'

export interface SubscriptionOfPerson {
  /** In words, as it was confirmed. */
  readonly about: string
  readonly pace: string
  readonly createdAt: Date
  readonly confirmedAt: Date | null
}

/** What a person wants mail about, by every address of theirs. */
export async function listSubscriptionsOf(
  context: Context,
  { identities }: LinkedPerson,
): Promise<SubscriptionOfPerson[]> {
  const emails = identities.flatMap(({ email }) => email ?? [])
  const rows = await context.db.kysely
    .selectFrom('subscription')
    .leftJoin('signal', 'signal.id', 'subscription.signal_id')
    .leftJoin('area', 'area.id', 'subscription.area_id')
    .select(['subscription.signal_id', 'subscription.category_id', 'subscription.pace'])
    .select(['subscription.created_at', 'subscription.confirmed_at'])
    .select(['signal.category_id as signal_category_id', 'signal.created_at as signal_created_at'])
    .select('area.name as area_name')
    .where(sql<boolean>`lower(subscription.email) = any(${emails}::text[])`)
    .orderBy('subscription.id')
    .execute()
  const { byId } = await getCategoryTree(context.db)
  return rows.map((row) => ({
    about:
      row.signal_created_at === null
        ? describeMap(context, {
            category: byId.get(row.category_id ?? 0),
            area: row.area_name ?? undefined,
            language: 'nl',
          })
        : describeReport(context, {
            category: byId.get(row.signal_category_id ?? 0),
            createdAt: row.signal_created_at,
            language: 'nl',
          }),
    pace: row.pace,
    createdAt: row.created_at,
    confirmedAt: row.confirmed_at,
  }))
}

/** To the new address, unless that one has the same already. */
export async function moveSubscriptions(
  context: Context,
  { email: old }: PersonIdentity,
  email: string | null,
): Promise<void> {
  if (old === null || email === null || old === email.toLowerCase()) return
  const table = context.db.table('subscription')
  await sql`
    update ${table} own set email = ${email} where lower(own.email) = ${old} and not exists (
      select from ${table} other where lower(other.email) = ${email.toLowerCase()}
        and (other.signal_id, other.area_id, other.category_id)
          is not distinct from (own.signal_id, own.area_id, own.category_id))`.execute(context.db.kysely)
  await deleteSubscriptions(context, [old])
}

export async function deleteSubscriptions(context: Context, emails: readonly string[]): Promise<void> {
  await sql`
    delete from ${context.db.table('subscription')} where lower(email) = any(${emails}::text[])`.execute(
    context.db.kysely,
  )
}
