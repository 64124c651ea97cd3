import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type TrainingOutcome, trainModel } from './train-model.ts'

/** With fewer there is nothing to judge a model by. */
const FEWEST_HANDLED = 150

/**
 * Learns anew, as the clock asks each week, where the municipality lets it and something was handled since.
 * Someone who asks for it gets it in any case.
 */
export async function trainByClock(
  context: Context,
  { userId }: { readonly userId?: number | undefined },
): Promise<TrainingOutcome | undefined> {
  if (userId === undefined && !(await isWorthwhile(context))) return undefined
  return trainModel(context, userId === undefined ? null : await findEmail(context, userId))
}

/** As figures, which is what is kept of the runs of a task. */
export function presentTraining(outcome: TrainingOutcome | undefined): Record<string, number> {
  if (outcome === undefined) return { trained: 0 }
  const { version, reports, corrected, isActive } = outcome
  return { trained: 1, version, reports, corrected, switchedOn: isActive ? 1 : 0 }
}

async function isWorthwhile(context: Context): Promise<boolean> {
  if (!context.settings.predictionLearning) return false
  const newest = await context.db.kysely
    .selectFrom('classification_model')
    .select((eb) => eb.fn.max('trained_at').as('trained_at'))
    .executeTakeFirst()
  const { handled, since } = await countHandled(context, newest?.trained_at ?? new Date(0))
  return handled >= FEWEST_HANDLED && since > 0
}

/** No further than is needed to know that there are enough. */
async function countHandled(context: Context, since: Date): Promise<{ handled: number; since: number }> {
  const handled = await context.db.kysely
    .selectFrom('signal')
    .select('id')
    .where('status_state', '=', 'o')
    .limit(FEWEST_HANDLED)
    .execute()
  const changed = await context.db.kysely
    .selectFrom('signal_history')
    .select('id')
    .where('kind', '=', 'status')
    .where('created_at', '>', since)
    .where(sql<boolean>`data->>'state' = 'o'`)
    .limit(1)
    .execute()
  return { handled: handled.length, since: changed.length }
}

async function findEmail(context: Context, userId: number): Promise<string | null> {
  const user = await context.db.kysely
    .selectFrom('app_user')
    .select('email')
    .where('id', '=', userId)
    .executeTakeFirst()
  return user?.email ?? null
}
