import { decideEmailVerification, decideVerifiedChange } from '@signalen/domain'
import type { Context } from '../context.ts'
import { hashSecret } from '../mail/secret.ts'
import { problemOf } from '../problem.ts'
import { lockSignal } from '../questionnaires/touch-signal.ts'
import { findSignalRow } from '../signals/get-signal.ts'
import { carryOutChange } from './carry-out-change.ts'
import { currentContact } from './create-reporter.ts'
import { findReporterByToken, type ReporterRow } from './reporter-rows.ts'

/** Whoever follows the link of the verification mail is the reporter from then on. */
export async function verifyEmail(context: Context, token: string): Promise<void> {
  const found = requireGoodToken(context, await findReporterByToken(context, hashSecret(token)))
  await context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    await lockSignal(inside, found.signal_id)
    // Asked again behind the lock: it may have been used or taken back meanwhile.
    const reporter = requireGoodToken(inside, await findReporterByToken(inside, hashSecret(token)))
    const row = await findSignalRow(inside, reporter.signal_id)
    if (!row) throw new Error('the report of a reporter is not there')
    await setVerified(inside, reporter.id)
    await carryOutChange(
      inside,
      {
        id: reporter.id,
        signalId: reporter.signal_id,
        email: reporter.email,
        phone: reporter.phone,
        sharingAllowed: reporter.sharing_allowed,
        changedBy: null,
      },
      decideVerifiedChange(currentContact(row), reporter),
    )
  })
}

function requireGoodToken(context: Context, reporter: ReporterRow | undefined): ReporterRow {
  const decision = decideEmailVerification(
    reporter && {
      isVerified: reporter.email_verified,
      expiresAt: reporter.email_verification_token_expires,
      state: reporter.state,
    },
    context.clock.now(),
  )
  if (!decision.ok) throw problemOf(decision)
  if (!reporter) throw new Error('a token was found to be good of nobody')
  return reporter
}

async function setVerified(context: Context, reporterId: number): Promise<void> {
  await context.db.kysely
    .updateTable('reporter')
    .set({ state: 'approved', email_verified: true, updated_at: context.clock.now() })
    .where('id', '=', reporterId)
    .execute()
}
