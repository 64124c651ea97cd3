import type { MunicipalityHandle } from '@signalen/database'
import { type Actor, OPEN_STATUS_CODES } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import { inPieces } from '../background/pieces.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { getUser } from './list-users.ts'
import { updateUser } from './save-user.ts'
import type { UserView } from './user-view.ts'

/** What someone has to do that somebody else has to take over. */
export interface UserWork {
  readonly open: number
  /** Names of the routing rules that send them reports. */
  readonly rules: readonly string[]
}

export async function findUserWork(context: Context, id: number): Promise<UserWork> {
  await getUser(context, id)
  const { open } = await context.db.kysely
    .selectFrom('signal')
    .select(({ fn }) => fn.countAll<number>().as('open'))
    .where('assigned_user_id', '=', id)
    .where('status_state', 'in', OPEN_STATUS_CODES)
    .executeTakeFirstOrThrow()
  const rules = await context.db.kysely
    .selectFrom('routing_expression as rule')
    .innerJoin('expression', 'expression.id', 'rule.expression_id')
    .select('expression.name')
    .where('rule.user_id', '=', id)
    .orderBy('rule.order')
    .execute()
  return { open: Number(open), rules: rules.map(({ name }) => name) }
}

export interface Deactivation {
  readonly id: number
  /** The colleague who takes the open work over; null puts it back in the tray of the department. */
  readonly to: string | null
}

/** Someone can no longer sign in, and nothing that is open stays with them: all or nothing. */
export async function deactivateUser(
  context: Context,
  actor: Actor,
  { id, to }: Deactivation,
): Promise<UserView> {
  const target = to === null ? null : await findColleague(context, id, to)
  if (id === actor.userId) throw invalid({ to: ['U kunt uzelf niet uitzetten.'] })
  return context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const handedOver = await handOver(inside, actor, { id, target })
    await freeRules(db, id)
    const user = await updateUser(inside, actor, { id, input: { is_active: false } })
    await recordInAuditLog(inside, {
      by: actor.email,
      action: 'user.deactivated',
      object: { type: 'user', id: String(id) },
      detail: { reports: handedOver, to: target?.id ?? null },
    })
    return user
  })
}

interface Colleague {
  readonly id: number
  readonly email: string
}

async function findColleague({ db }: Context, id: number, email: string): Promise<Colleague> {
  const user = await db.kysely
    .selectFrom('app_user')
    .select(['id', 'email', 'is_active'])
    .where('email', '=', email)
    .executeTakeFirst()
  if (!user?.is_active || user.id === id) throw invalid({ to: ['Kies een collega die actief is.'] })
  return user
}

const PIECE = 500

async function handOver(
  context: Context,
  actor: Actor,
  { id, target }: { readonly id: number; readonly target: Colleague | null },
): Promise<number> {
  const at = context.clock.now()
  return inPieces(async () => {
    const moved = await context.db.kysely
      .updateTable('signal')
      .set(({ eb }) => ({
        assigned_user_id: target?.id ?? null,
        assigned_user_email: target?.email ?? null,
        updated_at: at,
        version: eb('version', '+', 1),
      }))
      .where(
        'id',
        'in',
        context.db.kysely
          .selectFrom('signal')
          .select('id')
          .where('assigned_user_id', '=', id)
          .where('status_state', 'in', OPEN_STATUS_CODES)
          .orderBy('id')
          .limit(PIECE),
      )
      .returning('id')
      .execute()
    await appendHistory(
      context,
      moved.map((row) => ({
        signalId: row.id,
        createdBy: actor.email,
        event: { type: 'assignment', email: target?.email ?? null } as const,
      })),
    )
    return moved.length
  }, PIECE)
}

/** A rule that sends work to someone who is gone would stop; it goes on for the department. */
async function freeRules(db: MunicipalityHandle, id: number): Promise<void> {
  await db.kysely.updateTable('routing_expression').set({ user_id: null }).where('user_id', '=', id).execute()
}
