import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { daysBefore, inPieces } from './pieces.ts'

export const ENDED_STATES: readonly string[] = ['o', 'a', 's', 'closure requested']

/** What stands in the mail log instead of the address of a reporter. */
export const ANONYMISED = 'geanonimiseerd'

interface KnownReporter {
  readonly id: number
  readonly signal_id: number
  readonly email: string | null
  readonly phone: string | null
}

/** Smaller than elsewhere: as long as a piece takes, whoever changes one of its reports waits. */
const SMALL_PIECE = 100

/** Forgets how to reach reporters when their report is long past. Reports that are being changed wait a day. */
export function anonymiseReporters(context: Context): Promise<number> {
  let after = 0
  return inPieces(
    () =>
      context.db.transaction(async (trx) => {
        const inside = { ...context, db: trx }
        const reporters = await lockReporters(inside, after)
        if (reporters.length > 0) await anonymise(inside, reporters)
        after = reporters.at(-1)?.id ?? after
        return reporters.length
      }),
    SMALL_PIECE,
  )
}

/** Those after the last piece: all before it are done, and need not be looked through again. */
async function lockReporters(context: Context, after: number): Promise<KnownReporter[]> {
  const before = daysBefore(context.clock.now(), context.settings.anonymiseAfterDays)
  const { rows } = await sql<KnownReporter>`
    select reporter.id, reporter.signal_id, reporter.email, reporter.phone
    from ${context.db.table('reporter')} reporter
    join ${context.db.table('signal')} signal on signal.id = reporter.signal_id
    where (reporter.email is not null or reporter.phone is not null) and reporter.created_at < ${before}
      and signal.status_state = any(${[...ENDED_STATES]}::text[]) and reporter.id > ${after}
    order by reporter.id limit ${SMALL_PIECE} for update skip locked`.execute(context.db.kysely)
  return rows
}

async function anonymise(context: Context, reporters: readonly KnownReporter[]): Promise<void> {
  await appendHistory(
    context,
    reporters.map((reporter) => ({
      signalId: reporter.signal_id,
      createdBy: null,
      event: { type: 'note', text: describe(reporter) },
    })),
  )
  const ids = reporters.map(({ id }) => id)
  const signalIds = reporters.map(({ signal_id }) => signal_id)
  await forgetInMails(context, reporters)
  await forgetInSignals(context, ids, signalIds)
  await sql`
    update ${context.db.table('reporter')}
    set email_anonymized = email_anonymized or email is not null, email = null,
      phone_anonymized = phone_anonymized or phone is not null, phone = null,
      email_verification_token_hash = null, updated_at = ${context.clock.now()}
    where id = any(${ids}::integer[])`.execute(context.db.kysely)
}

function describe({ email, phone }: KnownReporter): string {
  const forgotten = [email === null ? [] : ['email'], phone === null ? [] : ['telefoonnummer']].flat()
  return `Vanwege de AVG zijn de volgende gegevens van de melder geanonimiseerd: ${forgotten.join(', ')}`
}

async function forgetInSignals(
  context: Context,
  reporterIds: readonly number[],
  signalIds: readonly number[],
): Promise<void> {
  await sql`
    update ${context.db.table('signal')}
    set reporter_email = case when reporter_id = any(${reporterIds}::integer[]) then null else reporter_email end,
      reporter_phone = case when reporter_id = any(${reporterIds}::integer[]) then null else reporter_phone end,
      reporter_language = case when reporter_id = any(${reporterIds}::integer[]) then null else reporter_language end,
      updated_at = ${context.clock.now()}, version = version + 1
    where id = any(${signalIds}::integer[])`.execute(context.db.kysely)
}

async function forgetInMails(context: Context, reporters: readonly KnownReporter[]): Promise<void> {
  const known = reporters.filter(({ email }) => email !== null)
  await sql`
    update ${context.db.table('mail')} mail set recipient = ${ANONYMISED}
    from unnest(${known.map(({ signal_id }) => signal_id)}::integer[], ${known.map(({ email }) => email)}::text[])
      as reporter (signal_id, email)
    where mail.signal_id = reporter.signal_id and lower(mail.recipient) = lower(reporter.email)`.execute(
    context.db.kysely,
  )
}
