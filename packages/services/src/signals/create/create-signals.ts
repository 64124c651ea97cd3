import { type Actor, judge, type ProspectiveParent } from '@signalen/domain'
import type { Context } from '../../context.ts'
import { answerOnce, type OnceRequest } from '../../idempotency/answer-once.ts'
import { planStatusMail } from '../../mail/plan-status-mail.ts'
import { forbidden } from '../../problem.ts'
import { deriveAreas } from '../location/derive-areas.ts'
import { type PlacedLocation, placeLocation } from '../location/place-row.ts'
import { type Reference, readReference } from '../reference.ts'
import { type Batch, getChosenCategory, requireFaultless } from './check-signals.ts'
import { addChildren, requireParents } from './parents.ts'
import { chooseSource, type SignalPlan } from './plan-signal.ts'
import { type WrittenSignal, writeSignals } from './write-signals.ts'

export interface Creation {
  readonly batch: Batch
  /** Null for the public form. */
  readonly actor: Actor | null
  readonly once: OnceRequest
}

/** Makes signals, all or none, and answers their ids. The same request again makes nothing and answers the same. */
export async function createSignals(context: Context, creation: Creation): Promise<readonly number[]> {
  const { batch, actor, once } = creation
  if (!judge(actor, actor ? 'signal.create' : 'public.signal.create').allowed) throw forbidden()
  const reference = await readReference(context.db)
  requireFaultless(batch, { reference, settings: context.settings, byEmployee: actor !== null })
  const locations = await placeLocations(context, batch)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    return answerOnce(inside, once, async () => {
      const parent = actor ? await requireParents(inside, actor, batch) : null
      const plans = planSignals(inside, { ...creation, reference, locations })
      const written = await writeSignals(inside, plans)
      await followUp(inside, written, parent)
      return written.map(({ id }) => id)
    })
  })
}

async function placeLocations(context: Context, { signals }: Batch): Promise<PlacedLocation[]> {
  const areas = await deriveAreas(
    context,
    signals.map(({ location }) => location.position),
  )
  return signals.map(({ location }, index) =>
    placeLocation(location, areas[index] ?? { district: null, area: null }),
  )
}

interface Planning extends Creation {
  readonly reference: Reference
  readonly locations: readonly PlacedLocation[]
}

function planSignals(context: Context, { batch, actor, reference, locations }: Planning): SignalPlan[] {
  const createdAt = context.clock.now()
  const createdBy = actor?.email ?? null
  return batch.signals.flatMap((signal, index) => {
    const location = locations[index]
    if (!location) return []
    const category = getChosenCategory(signal.category, reference)
    const source = chooseSource(signal, reference.sources, context.settings)
    return { signal, location, category, source, createdBy, createdAt }
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
  for (const { id, statusHistoryId, plan } of written) {
    if (plan.signal.reporter.email === null) continue
    await planStatusMail(context, { signalId: id, statusHistoryId, previousState: null })
  }
}
