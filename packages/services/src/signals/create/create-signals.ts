import { type Actor, judge, type ProspectiveParent, type WireErrors } from '@signalen/domain'
import { addCopies, copyFiles, findOriginals } from '../../attachments/copy-attachments.ts'
import { type KeptFile, keepOrRemove, removeFiles } from '../../attachments/store-file.ts'
import { queueSplits } from '../../auto-children/queue-splits.ts'
import type { Context } from '../../context.ts'
import { routeSignal } from '../../expressions/route-signal.ts'
import { isCheckedLater, queueAddressChecks } from '../../geocoding/check-stored-address.ts'
import { answerOnce, type OnceRequest } from '../../idempotency/answer-once.ts'
import { planStatusMail } from '../../mail/plan-status-mail.ts'
import { planAssignmentMails } from '../../notifications/plan-assignment-mails.ts'
import { forbidden, invalid, Problem } from '../../problem.ts'
import { decideUrgency } from '../../urgency/decide-urgency.ts'
import { appendHistory, type NewHistory } from '../history/append-history.ts'
import { type CheckedLocation, checkLocation } from '../location/check-location.ts'
import { deriveAreas } from '../location/derive-areas.ts'
import { type PlacedLocation, placeLocation } from '../location/place-row.ts'
import { type Reference, readReference } from '../reference.ts'
import { type Batch, getChosenCategory, requireFaultless } from './check-signals.ts'
import { addChildren, requireParents } from './parents.ts'
import { chooseSource, type SignalPlan } from './plan-signal.ts'
import { type TakenSession, takeSessions, tieSession, withAnswers } from './take-sessions.ts'
import { type WrittenSignal, writeSignals } from './write-signals.ts'

export interface Creation {
  readonly batch: Batch
  /** Null for the public form. */
  readonly actor: Actor | null
  readonly once: OnceRequest
}

/** Makes signals, all or none, and answers their ids. The same request again makes nothing and answers the same. */
export async function createSignals(context: Context, creation: Creation): Promise<readonly number[]> {
  const { batch, actor } = creation
  if (!judge(actor, actor ? 'signal.create' : 'public.signal.create').allowed) throw forbidden()
  const reference = await readReference(context.db)
  requireFaultless(batch, { reference, settings: context.settings, byEmployee: actor !== null })
  const locations = await placeLocations(context, batch)
  const copies = await copyFiles(context, await findOriginals(context, batch.signals))
  return keepOrRemove(context, copies.flat(), async () => {
    const made = await makeOnce(context, { ...creation, reference, locations, copies })
    if (made.isRepeated) await removeFiles(context, copies.flat())
    return made.ids
  })
}

interface Planning extends Creation {
  readonly reference: Reference
  readonly locations: readonly PlacedLocation[]
  /** Of each signal the files that it takes along from its parent. */
  readonly copies: readonly (readonly KeptFile[])[]
}

function makeOnce(
  context: Context,
  planning: Planning,
): Promise<{ ids: readonly number[]; isRepeated: boolean }> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    let isRepeated = true
    const ids = await answerOnce(inside, planning.once, async () => {
      isRepeated = false
      return make(inside, planning)
    })
    return { ids, isRepeated }
  })
}

async function make(context: Context, planning: Planning): Promise<number[]> {
  const { actor, batch, copies } = planning
  const parent = actor ? await requireParents(context, actor, batch) : null
  const sessions = await takeSessions(context, batch)
  const written = await writeSignals(context, planSignals(context, planning, sessions))
  await followUp(context, written, parent)
  for (const [index, { id, plan }] of written.entries()) {
    const session = sessions[index]
    if (session) await tieSession(context, session, id)
    await addCopies(context, { signalId: id, createdBy: plan.createdBy }, copies[index] ?? [])
  }
  return written.map(({ id }) => id)
}

async function placeLocations(context: Context, batch: Batch): Promise<PlacedLocation[]> {
  const positions = batch.signals.map(({ location }) => location.position)
  const areas = await deriveAreas(context, positions)
  const checked = await checkLocations(context, batch)
  return checked.map((location, index) =>
    placeLocation(location, areas[index] ?? { district: null, area: null }),
  )
}

/** Tells of every address that is refused, each beside its signal. */
async function checkLocations(context: Context, { signals, isList }: Batch): Promise<CheckedLocation[]> {
  if (isCheckedLater(context)) return signals.map(({ location }) => ({ ...location, bagValidated: false }))
  const checked: CheckedLocation[] = []
  const faults: unknown[] = []
  for (const { location } of signals) {
    try {
      checked.push(await checkLocation(context, location))
      faults.push({})
    } catch (error) {
      if (!(error instanceof Problem && error.status === 400)) throw error
      faults.push(error.body)
    }
  }
  if (checked.length === signals.length) return checked
  throw invalid((isList ? faults : faults[0]) as WireErrors)
}

function planSignals(
  context: Context,
  { batch, actor, reference, locations }: Planning,
  sessions: readonly (TakenSession | null)[],
): SignalPlan[] {
  const createdAt = context.clock.now()
  const createdBy = actor?.email ?? null
  return batch.signals.flatMap((sent, index) => {
    const location = locations[index]
    if (!location) return []
    const category = getChosenCategory(sent.category, reference)
    const extraProperties = withAnswers(sent.extraProperties, sessions[index], category)
    const signal = { ...sent, extraProperties }
    const source = chooseSource(signal, reference.sources, context.settings)
    // Who splits a report has read it, and says how urgent each part is.
    const urgency = signal.parentId === null ? decideUrgency(signal, context.settings) : undefined
    return { signal, location, category, source, createdBy, createdAt, urgency }
  })
}

/** What follows from new signals, in the same transaction. */
async function followUp(
  context: Context,
  written: readonly WrittenSignal[],
  parent: ProspectiveParent | null,
): Promise<void> {
  const childIds = written.map(({ id }) => id)
  const createdBy = written[0]?.plan.createdBy ?? null
  if (parent) await addChildren(context, { id: parent.id, childIds, createdBy })
  await tellUrgency(context, written)
  await queueSplits(context, written.map(toSplit))
  await queueAddressChecks(
    context,
    written.map(({ id, plan }) => ({ id, location: plan.location })),
  )
  for (const { id, statusHistoryId, plan } of written) {
    const routed = await routeSignal(context, id)
    if (routed) await planAssignmentMails(context, { signalId: id, before: NOBODYS })
    if (plan.signal.reporter.email === null) continue
    await planStatusMail(context, { signalId: id, statusHistoryId, previousState: null })
  }
}

function toSplit({ id, plan }: WrittenSignal) {
  return { id, isChild: plan.signal.parentId !== null, categorySlug: plan.category.slug }
}

/** A report that is more urgent than was said shows that the system made it so, and why. */
async function tellUrgency(context: Context, written: readonly WrittenSignal[]): Promise<void> {
  const events = written.flatMap(({ id: signalId, plan: { urgency } }): NewHistory[] => {
    if (!urgency) return []
    return [
      { signalId, createdBy: null, event: { type: 'priority', priority: 'high' } },
      { signalId, createdBy: null, event: { type: 'note', text: urgency.note } },
    ]
  })
  await appendHistory(context, events)
}

const NOBODYS = { assigned_user_id: null, routing_department_ids: null }
