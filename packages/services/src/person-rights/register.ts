import { createHash } from 'node:crypto'
import { type Actor, judge, type Operation, type PersonIdentity } from '@signalen/domain'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { offsetOf, type Page, type PageRequest } from '../paging.ts'
import { forbidden } from '../problem.ts'

export type PersonAction = 'person.find' | 'person.handOver' | 'person.correct' | 'person.erase'

export interface RegisterRow {
  readonly id: number
  readonly occurred_at: Date
  readonly actor: string | null
  readonly action: string
  /** Tells whether two requests were about the same person, without telling about whom. */
  readonly object_id: string | null
  readonly detail: unknown
}

const COLUMNS = ['id', 'occurred_at', 'actor', 'action', 'object_id', 'detail'] as const

export function requirePersonRight(actor: Actor, operation: Operation): void {
  if (!judge(actor, operation).allowed) throw forbidden()
}

/**
 * A person is kept in the register as a print of what was asked for: enough to find the request again when the
 * same is asked, or to erase again after a backup was restored.
 */
export function printOf({ email, phone }: PersonIdentity): string {
  return createHash('sha256')
    .update(`person\n${email ?? ''}\n${phone ?? ''}`)
    .digest('hex')
}

/** Counts only: what was found is not kept here. */
export function enterInRegister(
  context: Context,
  actor: Actor,
  entry: { readonly action: PersonAction; readonly identity: PersonIdentity; readonly detail: object },
): Promise<void> {
  const object = { type: 'person', id: printOf(entry.identity) }
  return recordInAuditLog(context, { by: actor.email, action: entry.action, object, detail: entry.detail })
}

export async function listPersonRegister(
  context: Context,
  actor: Actor,
  request: PageRequest,
): Promise<Page<RegisterRow>> {
  requirePersonRight(actor, 'person.register')
  const rows = context.db.kysely.selectFrom('audit_log').where('object_type', '=', 'person')
  const { count } = await rows.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const results = await rows
    .select(COLUMNS)
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(request.pageSize)
    .offset(offsetOf(request, Number(count)))
    .execute()
  return { count: Number(count), results }
}

/** What was done before about the same person. */
export function listEarlier(context: Context, identity: PersonIdentity): Promise<RegisterRow[]> {
  return context.db.kysely
    .selectFrom('audit_log')
    .select(COLUMNS)
    .where('object_type', '=', 'person')
    .where('object_id', '=', printOf(identity))
    .orderBy('occurred_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
