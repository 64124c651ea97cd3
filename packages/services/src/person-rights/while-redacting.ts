import { sql } from 'kysely'
import type { Context } from '../context.ts'

/**
 * The database keeps histories and the register as they were told. What privacy takes out of them is taken out
 * in here, within the caller's transaction, and nowhere else.
 */
export async function whileRedacting<Result>(
  { db }: Pick<Context, 'db'>,
  work: () => Promise<Result>,
): Promise<Result> {
  const say = (mode: 'on' | 'off') =>
    sql`select pg_catalog.set_config('signalen.redacting', ${mode}, true)`.execute(db.kysely)
  await say('on')
  const result = await work()
  await say('off')
  return result
}
