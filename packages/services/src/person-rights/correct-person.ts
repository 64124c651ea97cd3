import { type Actor, isEmailAddress, type PersonIdentity, type ReporterChange } from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { findLinkedPerson, type ReporterRow } from './find-person.ts'
import { identify, type PersonRequest, requireExpected } from './look-up-person.ts'
import { moveSubscriptions } from './person-subscriptions.ts'
import { enterInRegister, requirePersonRight } from './register.ts'

export interface CorrectRequest extends PersonRequest {
  readonly expectedReports: number
  readonly newEmail?: string | undefined
  readonly newPhone?: string | undefined
}

export interface Corrected {
  readonly reports: number
  readonly reporters: number
  readonly mails: number
}

const LONGEST_PHONE = 17

interface NewContact {
  readonly email: string | null
  readonly phone: string | null
}

/** Gives a person other contact details in all their reports. Mail that waits goes to the new address. */
export async function correctPerson(
  context: Context,
  actor: Actor,
  request: CorrectRequest,
): Promise<Corrected> {
  requirePersonRight(actor, 'person.correct')
  const identity = identify(request)
  const contact = readNewContact(request)
  return context.db.transaction(async (trx) => {
    const inside = { ...context, db: trx }
    const linked = await findLinkedPerson(inside, identity)
    requireExpected(linked, request.expectedReports)
    await lock(inside, linked.reporters)
    const mails = await redirectMails(inside, identity, contact)
    await changeContact(inside, linked, contact)
    await moveSubscriptions(inside, identity, contact.email)
    await tellReports(inside, actor, { reporters: linked.reporters, contact })
    const detail = { reports: linked.signalIds.length, reporters: linked.reporters.length, mails }
    await enterInRegister(inside, actor, { action: 'person.correct', identity, detail })
    return detail
  })
}

function readNewContact({ newEmail, newPhone }: CorrectRequest): NewContact {
  const email = newEmail?.trim() || null
  const phone = newPhone?.trim() || null
  if (email === null && phone === null) {
    throw invalid({ non_field_errors: ['Geef een nieuw e-mailadres of een nieuw telefoonnummer.'] })
  }
  if (email !== null && !isEmailAddress(email)) throw invalid({ new_email: ['Dit is geen e-mailadres.'] })
  if (phone !== null && (phone.length > LONGEST_PHONE || !/^[+()\d .-]{6,}$/.test(phone))) {
    throw invalid({ new_phone: ['Dit is geen telefoonnummer.'] })
  }
  return { email, phone }
}

async function lock(context: Context, reporters: readonly ReporterRow[]): Promise<void> {
  const ids = reporters.map(({ signal_id }) => signal_id)
  await context.db.kysely
    .selectFrom('signal')
    .select('id')
    .where(anyOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** Links that were mailed to the old address open nothing any more. */
async function redirectMails(
  context: Context,
  { email: old }: PersonIdentity,
  { email }: NewContact,
): Promise<number> {
  if (old === null || email === null) return 0
  await sql`
    delete from ${context.db.table('my_report_token')} where lower(reporter_email) = ${old}`.execute(
    context.db.kysely,
  )
  const redirected = await context.db.kysely
    .updateTable('mail')
    .set({ recipient: email })
    .where('state', '=', 'queued')
    .where(sql<boolean>`lower(recipient) = ${old}`)
    .returning('id')
    .execute()
  return redirected.length
}

async function changeContact(
  context: Context,
  linked: { readonly reporters: readonly ReporterRow[]; readonly signalIds: readonly number[] },
  { email, phone }: NewContact,
): Promise<void> {
  const now = context.clock.now()
  await sql`
    update ${context.db.table('reporter')}
    set email = coalesce(${email}::text, email), phone = coalesce(${phone}::text, phone),
      email_verified = email_verified and ${email === null}, updated_at = ${now}
    where id = any(${linked.reporters.map(({ id }) => id)}::integer[])`.execute(context.db.kysely)
  await sql`
    update ${context.db.table('signal')}
    set reporter_email = coalesce(${email}::text, reporter_email),
      reporter_phone = coalesce(${phone}::text, reporter_phone), updated_at = ${now}, version = version + 1
    where id = any(${linked.signalIds}::integer[])`.execute(context.db.kysely)
}

async function tellReports(
  context: Context,
  actor: Actor,
  told: { readonly reporters: readonly ReporterRow[]; readonly contact: NewContact },
): Promise<void> {
  const { email, phone } = told.contact
  const changes: ReporterChange[] = [
    ...(email === null ? [] : ['emailChanged' as const]),
    ...(phone === null ? [] : ['phoneChanged' as const]),
  ]
  const signalIds = [...new Set(told.reporters.map(({ signal_id }) => signal_id))]
  await appendHistory(
    context,
    signalIds.flatMap((signalId) =>
      changes.map((change) => ({
        signalId,
        createdBy: actor.email,
        event: { type: 'reporter' as const, change },
      })),
    ),
  )
}
