import type { Context } from '../context.ts'

/** The number under which this status was sent, when CityControl has it already. */
export async function findSentSequence(
  context: Context,
  sending: { readonly signalId: number; readonly statusHistoryId: number },
): Promise<number | undefined> {
  const row = await context.db.kysely
    .selectFrom('city_control_case')
    .select('sequence')
    .where('signal_id', '=', sending.signalId)
    .where('status_history_id', '=', sending.statusHistoryId)
    .executeTakeFirst()
  return row?.sequence
}

/** How often a report was sent; 0 when it never was. */
export async function findLastSequence(context: Context, signalId: number): Promise<number> {
  const { last } = await context.db.kysely
    .selectFrom('city_control_case')
    .select((eb) => eb.fn.max('sequence').as('last'))
    .where('signal_id', '=', signalId)
    .executeTakeFirstOrThrow()
  return last ?? 0
}

export interface KnownCase {
  readonly signalId: number
  readonly sequence: number
  /** Null for a case that we learnt of by an answer to it. */
  readonly statusHistoryId: number | null
}

export async function addCase(
  context: Context,
  { signalId, sequence, statusHistoryId }: KnownCase,
): Promise<void> {
  await context.db.kysely
    .insertInto('city_control_case')
    .values({
      signal_id: signalId,
      sequence,
      status_history_id: statusHistoryId,
      created_at: context.clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
