import { type Actor, hasPermission, type StatusCode } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { routeSignal } from '../../expressions/route-signal.ts'
import { planStatusMail } from '../../mail/plan-status-mail.ts'
import { planAssignmentMails } from '../../notifications/plan-assignment-mails.ts'
import { notFound, preconditionFailed } from '../../problem.ts'
import { type PlainSignalOperation, requireRight } from '../get-signal.ts'
import { appendHistory } from '../history/append-history.ts'
import { type CheckedLocation, checkLocation } from '../location/check-location.ts'
import { findPlaceFault } from '../location/check-place.ts'
import { deriveAreas } from '../location/derive-areas.ts'
import { readReference } from '../reference.ts'
import { type SignalRow, selectSignals } from '../signal-row.ts'
import { subjectOf } from '../visibility.ts'
import { findAssignee } from './assign-user.ts'
import { cancelChildren } from './cancel-children.ts'
import { decideChanges, type Findings } from './decide-changes.ts'
import type { PartChange, SignalColumns } from './part-change.ts'
import type { SignalChanges } from './signal-changes.ts'

export interface SignalUpdate {
  readonly id: number
  readonly changes: SignalChanges
  /** The version that the caller saw, if it said so. */
  readonly ifVersion: number | null
}

/** Changes parts of a signal, all or none. */
export async function updateSignal(context: Context, actor: Actor, update: SignalUpdate): Promise<void> {
  const location = await checkNewLocation(context, update.changes)
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const row = await getForUpdate(inside, update)
    const reference = await readReference(trx)
    for (const operation of listOperations(update.changes)) {
      requireRight(actor, operation, { subject: subjectOf(row, reference) })
    }
    const findings = await findOut(inside, actor, update.changes)
    const parts = decideChanges(row, update.changes, { ...findings, reference, location })
    if (parts.length > 0) await carryOut(inside, row, parts, actor.email)
  })
}

/** A place outside the municipality is refused without asking anyone about its address. */
async function checkNewLocation(
  context: Context,
  { location }: SignalChanges,
): Promise<CheckedLocation | undefined> {
  if (location === undefined) return undefined
  const isOutside = findPlaceFault(location.position, context.settings) !== undefined
  return isOutside ? { ...location, bagValidated: false } : checkLocation(context, location)
}

async function getForUpdate(context: Context, { id, ifVersion }: SignalUpdate): Promise<SignalRow> {
  const row = await selectSignals(context.db).where('s.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('Signal')
  if (ifVersion !== null && ifVersion !== row.version) {
    throw preconditionFailed('De melding is intussen door iemand anders gewijzigd.')
  }
  return row
}

const OPERATIONS: Readonly<Record<keyof SignalChanges, PlainSignalOperation>> = {
  location: 'signal.changeLocation',
  status: 'signal.changeStatus',
  category: 'signal.changeCategory',
  priority: 'signal.changePriority',
  note: 'signal.addNote',
  typeCode: 'signal.changeType',
  directingDepartmentIds: 'signal.changeDirecting',
  routingDepartmentIds: 'signal.changeRouting',
  assignedUserEmail: 'signal.assignUser',
}

/** Seeing the signal is asked also of a request that changes nothing. */
function listOperations(changes: SignalChanges): PlainSignalOperation[] {
  const parts = Object.entries(changes).filter(([, value]) => value !== undefined)
  return ['signal.read', ...parts.map(([part]) => OPERATIONS[part as keyof SignalChanges])]
}

async function findOut(
  context: Context,
  actor: Actor,
  changes: SignalChanges,
): Promise<Omit<Findings, 'reference' | 'location'>> {
  const { location, assignedUserEmail } = changes
  const [areas] = location ? await deriveAreas(context, [location.position]) : []
  return {
    settings: context.settings,
    areas: areas ?? { district: null, area: null },
    assignee: assignedUserEmail ? await findAssignee(context, assignedUserEmail) : null,
    canPushToSigmax: hasPermission(actor, 'push_to_sigmax'),
    by: actor.email,
    at: context.clock.now(),
  }
}

/** Writes what was decided and sets going what follows from it. */
async function carryOut(
  context: Context,
  row: SignalRow,
  parts: readonly PartChange[],
  by: string | null,
): Promise<void> {
  const historyIds = await appendHistory(
    context,
    parts.map(({ event, facts = {} }) => ({ signalId: row.id, createdBy: by, event, facts })),
  )
  await writeColumns(context, row.id, mergeColumns(parts, historyIds))
  await routeAgain(context, row.id, parts)
  if (parts.some(changesAssignment)) await planAssignmentMails(context, { signalId: row.id, before: row })
  await followStatus(context, row, { parts, historyIds })
}

const ROUTING_CAUSES: readonly string[] = ['location', 'category']

/** Where the municipality wishes it, another place or category asks its routing rules again. */
async function routeAgain(context: Context, id: number, parts: readonly PartChange[]): Promise<void> {
  if (!context.settings.routeAgainOnUpdate) return
  if (parts.some(({ event }) => ROUTING_CAUSES.includes(event.type))) await routeSignal(context, id)
}

function changesAssignment({ event }: PartChange): boolean {
  return ['routing', 'assignment', ...ROUTING_CAUSES].includes(event.type)
}

async function followStatus(
  context: Context,
  row: SignalRow,
  { parts, historyIds }: { parts: readonly PartChange[]; historyIds: readonly number[] },
): Promise<void> {
  const place = parts.findIndex(({ idColumn }) => idColumn === 'status_id')
  const event = parts[place]?.event
  const statusHistoryId = historyIds[place]
  if (event?.type !== 'status' || event.state === null || statusHistoryId === undefined) return
  if (row.child_count > 0) await cancelChildren(context, row.id, event.state)
  const previousState = row.status_state as StatusCode
  await planStatusMail(context, { signalId: row.id, statusHistoryId, previousState })
}

function mergeColumns(parts: readonly PartChange[], historyIds: readonly number[]): SignalColumns {
  const columns = parts.map((part, index) => ({
    ...part.columns,
    ...(part.idColumn ? { [part.idColumn]: historyIds[index] } : {}),
  }))
  return Object.assign({}, ...columns)
}

async function writeColumns(context: Context, id: number, columns: SignalColumns): Promise<void> {
  await context.db.kysely
    .updateTable('signal')
    .set(
      (eb) =>
        ({ ...columns, updated_at: context.clock.now(), version: eb('version', '+', 1) }) as SignalColumns,
    )
    .where('id', '=', id)
    .execute()
}
