import {
  type Actor,
  findRelationRefusal,
  isStatusCode,
  mustCloseDuplicate,
  type RelationKind,
} from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { conflict, invalid, notFound } from '../problem.ts'
import { touchSignal } from '../questionnaires/touch-signal.ts'
import { requireRight } from '../signals/get-signal.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { readReference } from '../signals/reference.ts'
import { updateInside } from '../signals/update/update-signal.ts'
import { subjectOf } from '../signals/visibility.ts'
import { findRelation, sidesOf } from './relation-rows.ts'

export interface NewRelation {
  readonly id: number
  readonly otherId: number
  readonly kind: RelationKind
  /** What the reporter of a duplicate hears; nothing is mailed without it. */
  readonly text: string | null
}

/** Brings two reports together: both may be changed by this person, both tell of it. */
export async function relateSignals(context: Context, actor: Actor, relation: NewRelation): Promise<void> {
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const pair = await lockPair(inside, actor, relation)
    await refuseWrongPair(inside, relation, pair)
    if (relation.kind === 'linked') await link(inside, actor, relation)
    else await bundle(inside, actor, relation, pair.signal.status_state)
  })
}

type PairRow = Awaited<ReturnType<typeof selectPair>>[number]

interface Pair {
  readonly signal: PairRow
  readonly other: PairRow
}

/** Both, always in the same order, so that two who relate the same reports wait for each other. */
export async function lockPair(
  context: Context,
  actor: Actor,
  { id, otherId }: { readonly id: number; readonly otherId: number },
): Promise<Pair> {
  const rows = await selectPair(context, [id, otherId])
  const signal = rows.find((row) => row.id === id)
  const other = rows.find((row) => row.id === otherId)
  if (!signal) throw notFound('Signal')
  const reference = await readReference(context.db)
  requireRight(actor, 'signal.relate', { subject: subjectOf(signal, reference) })
  if (!other) throw invalid({ signal: ['Er is geen melding met dit nummer.'] })
  requireRight(actor, 'signal.relate', { subject: subjectOf(other, reference) })
  return { signal, other }
}

function selectPair(context: Context, ids: readonly number[]) {
  return context.db.kysely
    .selectFrom('signal')
    .select(['id', 'status_state', 'status_id', 'category_id', 'parent_id', 'child_count'])
    .select('routing_department_ids')
    .where(anyOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute()
}

async function refuseWrongPair(
  context: Context,
  relation: NewRelation,
  { signal, other }: Pair,
): Promise<void> {
  const rows = await context.db.kysely
    .selectFrom('signal_relation')
    .select(['signal_id', 'other_id'])
    .where('kind', '=', 'duplicate')
    .where((eb) => eb.or([anyOf('signal_id', [signal.id, other.id]), eb('other_id', '=', signal.id)]))
    .execute()
  const refusal = findRelationRefusal({
    kind: relation.kind,
    signal: { id: signal.id, hasDuplicates: rows.some((row) => row.other_id === signal.id) },
    other: { id: other.id, isDuplicate: rows.some((row) => row.signal_id === other.id) },
    isDuplicate: rows.some((row) => row.signal_id === signal.id),
    areRelated: (await findRelation(context, signal.id, other.id)) !== undefined,
    areFamily: signal.parent_id === other.id || other.parent_id === signal.id,
  })
  if (refusal) throw conflict(refusal)
}

async function link(context: Context, actor: Actor, { id, otherId }: NewRelation): Promise<void> {
  await context.db.kysely
    .insertInto('signal_relation')
    .values({
      signal_id: Math.min(id, otherId),
      other_id: Math.max(id, otherId),
      kind: 'linked',
      state_before: null,
      closed_status_id: null,
      created_at: context.clock.now(),
      created_by: actor.email,
    })
    .execute()
  await tellBoth(context, actor, { id, otherId, kind: 'linked', isEnded: false })
}

/** The duplicate is closed, with a mail to its reporter where there are words for it. */
async function bundle(
  context: Context,
  actor: Actor,
  { id, otherId, text }: NewRelation,
  state: string,
): Promise<void> {
  const isToClose = isStatusCode(state) && mustCloseDuplicate(state)
  if (isToClose) {
    const status = { state: 'a', text, sendEmail: text !== null }
    await updateInside(context, actor, { id, ifVersion: null, changes: { status } })
  }
  const { status_id: statusId } = await context.db.kysely
    .selectFrom('signal')
    .select('status_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await context.db.kysely
    .insertInto('signal_relation')
    .values({
      signal_id: id,
      other_id: otherId,
      kind: 'duplicate',
      state_before: isToClose ? state : null,
      closed_status_id: isToClose ? statusId : null,
      created_at: context.clock.now(),
      created_by: actor.email,
    })
    .execute()
  await tellBoth(context, actor, { id, otherId, kind: 'duplicate', isEnded: false })
}

export interface RelationNews {
  readonly id: number
  readonly otherId: number
  readonly kind: 'duplicate' | 'linked'
  readonly isEnded: boolean
}

export async function tellBoth(context: Context, actor: Actor, news: RelationNews): Promise<void> {
  const { id, otherId, kind, isEnded } = news
  const [side, otherSide] = sidesOf(kind)
  await appendHistory(context, [
    {
      signalId: id,
      createdBy: actor.email,
      event: { type: 'relation', relation: side, otherId, isEnded },
    },
    {
      signalId: otherId,
      createdBy: actor.email,
      event: { type: 'relation', relation: otherSide, otherId: id, isEnded },
    },
  ])
  await touchSignal(context, id)
  await touchSignal(context, otherId)
}
