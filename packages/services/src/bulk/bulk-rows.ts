import type { BulkChangeTable } from '@signalen/database'
import type { Actor } from '@signalen/domain'
import { type Selectable, sql } from 'kysely'
import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import type { SignalChanges } from '../signals/update/signal-changes.ts'

/** What can be changed of many reports at once. */
export type BulkChanges = Pick<
  SignalChanges,
  'status' | 'category' | 'priority' | 'note' | 'routingDepartmentIds' | 'assignedUserEmail'
>

export type BulkRow = Selectable<BulkChangeTable>

export interface BulkChange {
  readonly id: number
  readonly state: BulkRow['state']
  readonly createdAt: Date
  readonly finishedAt: Date | null
  readonly mailsHeldUntil: Date
  readonly counts: BulkCounts
  readonly refusals: readonly BulkRefusal[]
}

export interface BulkCounts {
  readonly all: number
  readonly waiting: number
  readonly changed: number
  readonly refused: number
  readonly undone: number
  /** Changed, and not undone because someone changed it again. */
  readonly kept: number
}

export interface BulkRefusal {
  readonly signalId: number
  readonly reason: string
}

const MOST_REFUSALS = 500

export async function findBulkRow(context: Context, id: number): Promise<BulkRow | undefined> {
  return context.db.kysely.selectFrom('bulk_change').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Only one's own. */
export async function getBulkChange(context: Context, actor: Actor, id: number): Promise<BulkChange> {
  const row = await findBulkRow(context, id)
  if (row?.user_id !== actor.userId) throw notFound('BulkChange')
  return view(context, row)
}

/** One's own of the last days, the newest first. */
export async function listBulkChanges(context: Context, actor: Actor): Promise<BulkChange[]> {
  const rows = await context.db.kysely
    .selectFrom('bulk_change')
    .selectAll()
    .where('user_id', '=', actor.userId)
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  const changes: BulkChange[] = []
  for (const row of rows) changes.push(await view(context, row))
  return changes
}

async function view(context: Context, row: BulkRow): Promise<BulkChange> {
  const counts = await context.db.kysely
    .selectFrom('bulk_change_item')
    .select(['state', sql<number>`count(*)::integer`.as('count')])
    .where('bulk_change_id', '=', row.id)
    .groupBy('state')
    .execute()
  const refusals = await context.db.kysely
    .selectFrom('bulk_change_item')
    .select(['signal_id', 'reason'])
    .where('bulk_change_id', '=', row.id)
    .where('state', 'in', ['refused', 'kept'])
    .orderBy('signal_id')
    .limit(MOST_REFUSALS)
    .execute()
  const of = (state: string) => counts.find((one) => one.state === state)?.count ?? 0
  return {
    id: row.id,
    state: row.state,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    mailsHeldUntil: row.mails_held_until,
    counts: {
      all: counts.reduce((sum, { count }) => sum + count, 0),
      waiting: of('waiting'),
      changed: of('changed'),
      refused: of('refused'),
      undone: of('undone'),
      kept: of('kept'),
    },
    refusals: refusals.map((one) => ({ signalId: one.signal_id, reason: one.reason ?? '' })),
  }
}
