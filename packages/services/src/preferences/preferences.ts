import type { Actor } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { withoutUndefined } from '../without-undefined.ts'

/** How someone likes to see things; what is absent is as it comes. */
export interface Preferences {
  /** The address within the app where one begins. */
  readonly start_page?: string | null | undefined
  /** Names of the columns of the list, in the order in which they stand. */
  readonly columns?: readonly string[] | null | undefined
  /** The order of a list that says nothing of its order. */
  readonly ordering?: string | null | undefined
  readonly list_view?: 'list' | 'both' | 'map' | null | undefined
}

/** One's own; nothing was chosen before the first change. */
export async function findPreferences({ db }: Context, actor: Actor): Promise<Preferences | undefined> {
  const row = await db.kysely
    .selectFrom('user_preference')
    .select('preferences')
    .where('user_id', '=', actor.userId)
    .executeTakeFirst()
  return row && (row.preferences as Preferences)
}

/** Changes what is named and leaves the rest, also when two windows do so at once. */
export async function changePreferences(
  { db, clock }: Context,
  actor: Actor,
  change: Preferences,
): Promise<Preferences> {
  const row = await db.kysely
    .insertInto('user_preference')
    .values({
      user_id: actor.userId,
      preferences: JSON.stringify(withoutUndefined(change)),
      updated_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict.column('user_id').doUpdateSet({
        preferences: sql`user_preference.preferences || excluded.preferences`,
        updated_at: sql`excluded.updated_at`,
      }),
    )
    .returning('preferences')
    .executeTakeFirstOrThrow()
  return row.preferences as Preferences
}
