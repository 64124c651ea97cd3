import { type Actor, hasPermission } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { notFound, preconditionFailed } from '../../problem.ts'
import { type PlainSignalOperation, requireRight } from '../get-signal.ts'
import { type CheckedLocation, checkLocation } from '../location/check-location.ts'
import { findPlaceFault } from '../location/check-place.ts'
import { deriveAreas } from '../location/derive-areas.ts'
import { readReference } from '../reference.ts'
import { type SignalRow, selectSignals } from '../signal-row.ts'
import { subjectOf } from '../visibility.ts'
import { findAssignee } from './assign-user.ts'
import { carryOut } from './carry-out.ts'
import { decideChanges, type Findings } from './decide-changes.ts'
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
  await context.db.transaction((trx) => updateInside({ ...context, db: trx }, actor, { ...update, location }))
}

/** In a transaction of the caller. Answers the report as it was. */
export async function updateInside(
  context: Context,
  actor: Actor,
  update: SignalUpdate & { readonly location?: CheckedLocation | undefined },
): Promise<SignalRow> {
  const row = await getForUpdate(context, update)
  const reference = await readReference(context.db)
  for (const operation of listOperations(update.changes)) {
    requireRight(actor, operation, { subject: subjectOf(row, reference) })
  }
  const findings = await findOut(context, actor, update.changes)
  const parts = decideChanges(row, update.changes, { ...findings, reference, location: update.location })
  if (parts.length > 0) await carryOut(context, row, parts, actor.email)
  return row
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
export function listOperations(changes: SignalChanges): PlainSignalOperation[] {
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
    canSpeakForSystems: hasPermission(actor, 'perform_sigmax_updates'),
    by: actor.email,
    at: context.clock.now(),
  }
}
