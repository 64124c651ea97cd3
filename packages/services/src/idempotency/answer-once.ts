import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { conflict } from '../problem.ts'

/** How long the same request gets the same answer. */
const NAMED_MILLISECONDS = 24 * 3600_000
const UNNAMED_MILLISECONDS = 2 * 60_000

export interface OnceRequest {
  /** The `Idempotency-Key` that the client gave; null when it gave none. */
  readonly key: string | null
  /** A keyed hash of who asks: the address itself is not kept. */
  readonly clientHash: string
  /** A hash of what is asked. */
  readonly fingerprint: string
}

/**
 * Makes what a request asks for once, however often the request comes: `run` makes reports and answers their
 * ids, and whoever asks the same again gets those. It runs in the transaction of the creation; of two that
 * come at the same moment the second waits at the key until the first is done.
 */
export async function answerOnce(
  context: Context,
  request: OnceRequest,
  run: () => Promise<readonly number[]>,
): Promise<readonly number[]> {
  const key = keyOf(request)
  if (!(await claimKey(context, key, request))) return findAnswer(context, key, request)
  const ids = await run()
  await context.db.kysely
    .updateTable('idempotent_answer')
    .set({ status: 201, body: JSON.stringify(ids), signal_id: ids[0] ?? null })
    .where('key', '=', key)
    .execute()
  return ids
}

/** A key that a client chose is its own; without one, the request itself is the key. */
function keyOf({ key, clientHash, fingerprint }: OnceRequest): string {
  return key === null ? `same:${clientHash}:${fingerprint}` : `key:${clientHash}:${key}`
}

/** True when the key is new, or so old that it stands for nothing any more. */
async function claimKey(
  context: Context,
  key: string,
  { fingerprint, ...request }: OnceRequest,
): Promise<boolean> {
  const now = context.clock.now()
  const kept = request.key === null ? UNNAMED_MILLISECONDS : NAMED_MILLISECONDS
  const row = await context.db.kysely
    .insertInto('idempotent_answer')
    .values({ key, fingerprint, status: 0, body: '[]', created_at: now, signal_id: null })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ fingerprint, status: 0, body: '[]', created_at: now, signal_id: null })
        .where('idempotent_answer.created_at', '<=', new Date(now.getTime() - kept)),
    )
    .returning(sql<number>`1`.as('claimed'))
    .executeTakeFirst()
  return row !== undefined
}

async function findAnswer(
  context: Context,
  key: string,
  { fingerprint }: OnceRequest,
): Promise<readonly number[]> {
  const row = await context.db.kysely
    .selectFrom('idempotent_answer')
    .select(['fingerprint', 'body'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (row.fingerprint !== fingerprint) {
    throw conflict('Deze Idempotency-Key is al gebruikt voor een ander verzoek.')
  }
  return row.body as readonly number[]
}
