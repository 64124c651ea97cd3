import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Context } from '../context.ts'

const IDLE_MILLISECONDS = 2 * 3600_000
const LONGEST_MILLISECONDS = 12 * 3600_000
/** Writing "last seen" at every request would cost a write for every read. */
const SEEN_STEP_MILLISECONDS = 5 * 60_000

export interface EmployeeSession {
  readonly userId: number
  readonly email: string
  readonly csrfToken: string
  readonly idToken: string | null
}

export interface NewSession {
  /** For the cookie; only its hash is kept here. */
  readonly token: string
  readonly csrfToken: string
}

export async function createSession(
  context: Context,
  person: { userId: number; idToken: string | null },
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url')
  const csrfToken = randomBytes(32).toString('base64url')
  const now = context.clock.now()
  await context.db.kysely
    .insertInto('employee_session')
    .values({
      token_hash: hashOf(token),
      user_id: person.userId,
      csrf_token: csrfToken,
      id_token: person.idToken,
      created_at: now,
      last_seen_at: now,
      expires_at: new Date(now.getTime() + LONGEST_MILLISECONDS),
    })
    .execute()
  return { token, csrfToken }
}

/** The session behind a cookie, unless it is over: after two idle hours or twelve in all. */
export async function findSession(context: Context, token: string): Promise<EmployeeSession | undefined> {
  const now = context.clock.now()
  const row = await context.db.kysely
    .selectFrom('employee_session')
    .innerJoin('app_user', 'app_user.id', 'employee_session.user_id')
    .select([
      'employee_session.user_id',
      'employee_session.csrf_token',
      'employee_session.id_token',
      'employee_session.last_seen_at',
      'app_user.email',
    ])
    .where('token_hash', '=', hashOf(token))
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', new Date(now.getTime() - IDLE_MILLISECONDS))
    .executeTakeFirst()
  if (!row) return undefined
  if (now.getTime() - row.last_seen_at.getTime() > SEEN_STEP_MILLISECONDS) await markSeen(context, token, now)
  return { userId: row.user_id, email: row.email, csrfToken: row.csrf_token, idToken: row.id_token }
}

async function markSeen(context: Context, token: string, now: Date): Promise<void> {
  await context.db.kysely
    .updateTable('employee_session')
    .set({ last_seen_at: now })
    .where('token_hash', '=', hashOf(token))
    .execute()
}

export async function deleteSession(context: Context, token: string): Promise<void> {
  await context.db.kysely.deleteFrom('employee_session').where('token_hash', '=', hashOf(token)).execute()
}

export function isCsrfToken(session: EmployeeSession, sent: string | undefined): boolean {
  const wanted = Buffer.from(session.csrfToken)
  const given = Buffer.from(sent ?? '')
  return wanted.length === given.length && timingSafeEqual(wanted, given)
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}
