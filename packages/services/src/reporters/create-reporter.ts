import {
  type Actor,
  type ContactDetails,
  decideReporterChange,
  isPending,
  type ReporterChangeOutcome,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'
import { lockSignal } from '../questionnaires/touch-signal.ts'
import { getSignal } from '../signals/get-signal.ts'
import type { SignalView } from '../signals/signal-view.ts'
import { carryOutChange } from './carry-out-change.ts'
import type { ReporterView } from './list-reporters.ts'
import { findReporters } from './reporter-rows.ts'

export interface NewReporterInput extends ContactDetails {
  readonly signalId: number
  readonly sharingAllowed: boolean
}

/** Other contact details for a report, as an employee enters them. Details that still waited make way. */
export async function createReporter(
  context: Context,
  actor: Actor,
  input: NewReporterInput,
): Promise<ReporterView> {
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await lockSignal(inside, input.signalId)
    const { row, allowsContact } = await getSignal(inside, actor, input.signalId, 'reporter.create')
    const outcome = decideReporterChange(currentContact(row), input)
    await cancelPending(inside, input.signalId)
    const verificationToken = inside.random.token()
    const id = await insertReporter(inside, input, { outcome, verificationToken })
    await carryOutChange(inside, { ...input, id, verificationToken, changedBy: actor.email }, outcome)
    const reporters = await findReporters(inside, input.signalId)
    const created = reporters.find((reporter) => reporter.id === id)
    if (!created) throw new Error('a reporter that was just made is not there')
    return { ...created, allowsContact }
  })
}

export function currentContact(row: SignalView['row']): ContactDetails {
  return { email: row.reporter_email || null, phone: row.reporter_phone || null }
}

async function cancelPending(context: Context, signalId: number): Promise<void> {
  const pending = (await findReporters(context, signalId)).filter(({ state }) => isPending(state))
  if (pending.length === 0) return
  await context.db.kysely
    .updateTable('reporter')
    .set({ state: 'cancelled', email_verification_token_hash: null, updated_at: context.clock.now() })
    .where(
      'id',
      'in',
      pending.map(({ id }) => id),
    )
    .execute()
}

async function insertReporter(
  context: Context,
  input: NewReporterInput,
  { outcome, verificationToken }: { outcome: ReporterChangeOutcome; verificationToken: string },
): Promise<number> {
  const now = context.clock.now()
  const isAsked = outcome.state === 'verification_email_sent'
  const { id } = await context.db.kysely
    .insertInto('reporter')
    .values({
      signal_id: input.signalId,
      email: input.email,
      phone: input.phone,
      sharing_allowed: input.sharingAllowed,
      state: outcome.state,
      email_verification_token_hash: isAsked ? hashSecret(verificationToken) : null,
      email_verification_token_expires: isAsked
        ? addHours(now, context.settings.emailVerificationHours)
        : null,
      created_at: now,
      updated_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

function addHours(moment: Date, hours: number): Date {
  return new Date(moment.getTime() + hours * 3_600_000)
}
