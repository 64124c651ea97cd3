import type { MunicipalityTransaction } from '@signalen/database'
import { describeFailedChangeMail, judgePermissions, readableErrors } from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { describeMunicipality } from '../mail/mail-variables.ts'
import { queueMail } from '../mail/queue-mail.ts'
import { Problem } from '../problem.ts'
import { findActorById, type SignedInActor } from '../users/find-actor.ts'
import { type Carrying, KIND_RULES, type PreparedKind } from './kinds.ts'

/**
 * Carries a change out as who prepared it, who must still be allowed to. What cannot be carried out is told to them
 * and left; anything else that goes wrong is tried again by the queue.
 */
export async function applyPreparedChange(context: Context, id: number): Promise<void> {
  try {
    await context.db.transaction(async (db) => {
      const inside = { ...context, db }
      const change = await lockPlanned(db, id)
      if (!change) return
      const actor = await getPreparer(inside, change)
      await carryOut(inside, actor, change)
      await end(inside, { id, state: 'done', fault: null })
      await recordInAuditLog(inside, {
        by: actor.email,
        action: 'change.published',
        object: { type: 'prepared_change', id: String(id) },
        detail: { kind: change.kind, of: change.object_id, title: change.title },
      })
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await fail(context, id, readableErrors(error.body).join(' '))
  }
}

type Planned = NonNullable<Awaited<ReturnType<typeof findPlanned>>>

/** Undefined when it was cancelled, or done by a job that ran twice. */
async function lockPlanned(db: MunicipalityTransaction, id: number): Promise<Planned | undefined> {
  await sql`select 1 from ${db.table('prepared_change')} where id = ${id} for update`.execute(db.kysely)
  return findPlanned(db, id)
}

function findPlanned(db: Context['db'], id: number) {
  return db.kysely
    .selectFrom('prepared_change')
    .selectAll()
    .where('id', '=', id)
    .where('state', '=', 'planned')
    .executeTakeFirst()
}

async function getPreparer(context: Context, change: Planned): Promise<SignedInActor> {
  const actor = await findActorById(context, change.prepared_by)
  const operation = KIND_RULES[change.kind as PreparedKind].operationOf(change.object_id)
  if (actor && judgePermissions(actor, operation).allowed) return actor
  throw new Problem(403, { detail: 'Wie dit klaarzette, mag dit niet meer.' })
}

function carryOut(context: Context, actor: SignedInActor, change: Planned): Promise<unknown> {
  return carryOutKind(context, actor, {
    kind: change.kind as PreparedKind,
    objectId: change.object_id,
    input: change.input,
  })
}

function carryOutKind<Kind extends PreparedKind>(
  context: Context,
  actor: SignedInActor,
  {
    kind,
    objectId,
    input,
  }: { readonly kind: Kind; readonly objectId: string | null; readonly input: unknown },
): Promise<unknown> {
  return KIND_RULES[kind].carryOut(context, actor, { objectId, input: input as Carrying<Kind>['input'] })
}

async function end(
  { db, clock }: Context,
  {
    id,
    state,
    fault,
  }: { readonly id: number; readonly state: 'done' | 'failed'; readonly fault: string | null },
): Promise<void> {
  await db.kysely
    .updateTable('prepared_change')
    .set({ state, fault, ended_at: clock.now() })
    .where('id', '=', id)
    .execute()
}

async function fail(context: Context, id: number, fault: string): Promise<void> {
  await context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const change = await lockPlanned(db, id)
    if (!change) return
    await end(inside, { id, state: 'failed', fault })
    const preparer = await db.kysely
      .selectFrom('app_user')
      .select(['email', 'first_name', 'last_name'])
      .where('id', '=', change.prepared_by)
      .executeTakeFirstOrThrow()
    await queueMail(inside, {
      ...describeFailedChangeMail(),
      cause: `prepared-change:${id}`,
      signalId: null,
      to: preparer.email,
      variables: {
        ...describeMunicipality(context.settings),
        recipient_full_name: `${preparer.first_name} ${preparer.last_name}`.trim() || preparer.email,
        change_title: change.title,
        reason: fault,
        changes_url: `${context.citizenUrl}/manage/instellingen/gepland`,
      },
    })
  })
}
