import { isSamePerson, nationalNumber, type PersonIdentity } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'

export interface ReporterRow {
  readonly id: number
  readonly signal_id: number
  readonly email: string | null
  readonly phone: string | null
}

/** What belongs to a person by their contact details. */
export interface LinkedPerson {
  /** The person as asked for, and as they are known beside it in their own reports. */
  readonly identities: readonly PersonIdentity[]
  readonly reporters: readonly ReporterRow[]
  /** Reports that are the person's now. */
  readonly signalIds: readonly number[]
  readonly isEmployee: boolean
}

/** Looked up by indexes, or nearly; texts are another matter. */
export async function findLinkedPerson(context: Context, identity: PersonIdentity): Promise<LinkedPerson> {
  const reporters = await findReporters(context, identity)
  const current = await findSignals(context, identity)
  const known = [...reporters, ...current].map(
    ({ email, phone }): PersonIdentity => ({
      email: email?.toLowerCase() ?? null,
      phone: phone && nationalNumber(phone).length > 5 ? nationalNumber(phone) : null,
    }),
  )
  return {
    identities: [identity, ...known],
    reporters,
    signalIds: current.map(({ id }) => id),
    isEmployee: await isEmployee(context, identity),
  }
}

/** Coarse, so that the rules about numbers stand in one place: the last digits decide what is looked at. */
function whereNumberEnds(column: string, phone: string): RawBuilder<boolean> {
  const digits = sql`right(regexp_replace(${sql.ref(column)}, '\\D', '', 'g'), 9)`
  return phone.length >= 9
    ? sql<boolean>`${digits} = ${phone.slice(-9)}`
    : sql<boolean>`${digits} like ${`%${phone}`}`
}

function whereContact(columns: { email: string; phone: string }, { email, phone }: PersonIdentity) {
  const either = [
    ...(email === null ? [] : [sql<boolean>`lower(${sql.ref(columns.email)}) = ${email}`]),
    ...(phone === null ? [] : [whereNumberEnds(columns.phone, phone)]),
  ]
  return sql<boolean>`(${sql.join(either, sql` or `)})`
}

async function findReporters(context: Context, identity: PersonIdentity): Promise<ReporterRow[]> {
  const rows = await context.db.kysely
    .selectFrom('reporter')
    .select(['id', 'signal_id', 'email', 'phone'])
    .where(whereContact({ email: 'email', phone: 'phone' }, identity))
    .orderBy('id')
    .execute()
  return rows.filter((row) => isSamePerson(identity, row))
}

async function findSignals(context: Context, identity: PersonIdentity) {
  const rows = await context.db.kysely
    .selectFrom('signal')
    .select(['id', 'reporter_email as email', 'reporter_phone as phone'])
    .where(whereContact({ email: 'reporter_email', phone: 'reporter_phone' }, identity))
    .orderBy('id')
    .execute()
  return rows.filter((row) => isSamePerson(identity, row))
}

async function isEmployee({ db }: Context, { email }: PersonIdentity): Promise<boolean> {
  if (email === null) return false
  const found = await db.kysely
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`lower(email) = ${email} or lower(username) = ${email}`)
    .executeTakeFirst()
  return found !== undefined
}

/** Mail to the person: to the address asked for, and of their reports to the addresses that were theirs. */
export function listMailsTo(context: Context, { identities, signalIds }: LinkedPerson) {
  const [asked, ...known] = identities.map(({ email }) => email)
  return context.db.kysely
    .selectFrom('mail')
    .select(['id', 'signal_id', 'template_key', 'subject', 'body_text', 'state', 'created_at', 'sent_at'])
    .where((eb) =>
      eb.or([
        sql<boolean>`lower(recipient) = ${asked ?? null}`,
        eb.and([
          anyOf('signal_id', signalIds),
          sql<boolean>`lower(recipient) = any(${known.filter((email) => email !== null)}::text[])`,
        ]),
      ]),
    )
    .orderBy('id')
    .execute()
}
