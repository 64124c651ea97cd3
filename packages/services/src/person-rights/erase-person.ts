import { type Actor, describeAnonymisation, findPattern, type PersonIdentity } from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import { removeFiles } from '../attachments/store-file.ts'
import { ANONYMISED } from '../background/anonymise-reporters.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { appendHistory } from '../signals/history/append-history.ts'
import { deleteUploads, type RemovedUpload } from './delete-uploads.ts'
import type { Mention } from './find-mentions.ts'
import { findLinkedPerson, type LinkedPerson, listMailsTo } from './find-person.ts'
import {
  findMentionsOf,
  identify,
  type PersonRequest,
  requireExpected,
  requireNoEmployee,
} from './look-up-person.ts'
import { deleteSubscriptions } from './person-subscriptions.ts'
import { redactRows } from './redact-rows.ts'
import { enterInRegister, requirePersonRight } from './register.ts'
import { TEXT_PLACES } from './text-places.ts'
import { whileRedacting } from './while-redacting.ts'

export interface EraseRequest extends PersonRequest {
  /** How many reports are the person's, as it was found. */
  readonly expectedReports: number
  /** Names and the like, taken out of the person's own reports as well. */
  readonly words?: readonly string[] | undefined
  /** Photos that the person sent with their reports: kept as facts of the report, or destroyed. */
  readonly files: 'keep' | 'delete'
}

export interface Erased {
  readonly reports: number
  readonly reporters: number
  readonly mails: number
  readonly texts: number
  readonly files: number
}

/**
 * Takes a person out of everything, all or nothing. What was reported, where, when and what became of it stays;
 * who reported it does not.
 */
export async function erasePerson(context: Context, actor: Actor, request: EraseRequest): Promise<Erased> {
  requirePersonRight(actor, 'person.erase')
  const identity = identify(request)
  const words = checkWords(request.words ?? [])
  const mentions = await findMentionsOf(context, identity)
  const { erased, uploads } = await context.db.transaction((trx) =>
    eraseInside({ ...context, db: trx }, actor, { ...request, identity, words, mentions }),
  )
  await removeFiles(context, uploads)
  return erased
}

const SHORTEST_WORD = 3

function checkWords(words: readonly string[]): readonly string[] {
  const short = words.find((word) => word.trim().length < SHORTEST_WORD)
  if (short === undefined) return words
  throw invalid({ words: [`Geef woorden van ten minste ${SHORTEST_WORD} tekens.`] })
}

interface Erasing extends EraseRequest {
  readonly identity: PersonIdentity
  readonly words: readonly string[]
  readonly mentions: readonly Mention[]
}

async function eraseInside(
  context: Context,
  actor: Actor,
  erasing: Erasing,
): Promise<{ erased: Erased; uploads: readonly RemovedUpload[] }> {
  const { identity } = erasing
  const linked = await findLinkedPerson(context, identity)
  requireNoEmployee(linked)
  requireExpected(linked, erasing.expectedReports)
  await lockSignals(context, linked)
  await tellReports(context, actor, linked)
  const mails = await emptyMails(context, linked)
  await forgetContact(context, linked)
  await forgetTokens(context, linked)
  const uploads = erasing.files === 'delete' ? await deleteUploads(context, linked.signalIds) : []
  const texts = await redactEverywhere(context, linked, erasing)
  const erased = {
    reports: linked.signalIds.length,
    reporters: linked.reporters.length,
    mails,
    texts,
    files: uploads.length,
  }
  await enterInRegister(context, actor, { action: 'person.erase', identity, detail: erased })
  return { erased, uploads }
}

/** In one order, as everyone who changes several reports takes them. */
async function lockSignals(context: Context, { signalIds, reporters }: LinkedPerson): Promise<void> {
  const ids = [...signalIds, ...reporters.map(({ signal_id }) => signal_id)]
  await context.db.kysely
    .selectFrom('signal')
    .select('id')
    .where(anyOf('id', ids))
    .orderBy('id')
    .forUpdate()
    .execute()
}

/** The history says that it was done, and by whom. */
async function tellReports(context: Context, actor: Actor, linked: LinkedPerson): Promise<void> {
  const bySignal = Map.groupBy(linked.reporters, ({ signal_id }) => signal_id)
  await appendHistory(
    context,
    [...bySignal].map(([signalId, own]) => ({
      signalId,
      createdBy: actor.email,
      event: {
        type: 'note',
        text: describeAnonymisation({
          email: own.find(({ email }) => email)?.email ?? null,
          phone: own.find(({ phone }) => phone)?.phone ?? null,
        }),
      },
    })),
  )
}

/** That there was a mail stays in the log. One that has not left yet never will. */
async function emptyMails(context: Context, linked: LinkedPerson): Promise<number> {
  const mails = await listMailsTo(context, linked)
  await sql`
    update ${context.db.table('mail')}
    set recipient = ${ANONYMISED}, subject = ${ANONYMISED}, body_text = '', body_html = '',
      last_error = case when state = 'queued' then ${ANONYMISED} else last_error end,
      state = case when state = 'queued' then 'failed' else state end
    where id = any(${mails.map(({ id }) => id)}::integer[])`.execute(context.db.kysely)
  return mails.length
}

async function forgetContact(context: Context, { reporters, signalIds }: LinkedPerson): Promise<void> {
  const now = context.clock.now()
  await sql`
    update ${context.db.table('reporter')}
    set email_anonymized = email_anonymized or email is not null, email = null,
      phone_anonymized = phone_anonymized or phone is not null, phone = null,
      email_verification_token_hash = null, email_verification_token_expires = null, updated_at = ${now}
    where id = any(${reporters.map(({ id }) => id)}::integer[])`.execute(context.db.kysely)
  await sql`
    update ${context.db.table('signal')} set reporter_email = null, reporter_phone = null,
      reporter_language = null
    where id = any(${signalIds}::integer[])`.execute(context.db.kysely)
}

/** Every report that became otherwise, once. */
async function touch(context: Context, signalIds: readonly number[]): Promise<void> {
  await sql`
    update ${context.db.table('signal')} set updated_at = ${context.clock.now()}, version = version + 1
    where id = any(${signalIds}::integer[])`.execute(context.db.kysely)
}

/** Links that open "my reports", mail that they asked for, and answers that are kept in case the same request comes again. */
async function forgetTokens(context: Context, { identities, signalIds }: LinkedPerson): Promise<void> {
  const emails = identities.flatMap(({ email }) => email ?? [])
  await sql`
    delete from ${context.db.table('my_report_token')} where lower(reporter_email) = any(${emails}::text[])`.execute(
    context.db.kysely,
  )
  await deleteSubscriptions(context, emails)
  await context.db.kysely.deleteFrom('idempotent_answer').where(anyOf('signal_id', signalIds)).execute()
  // How the report was before a change of many at once, which can no longer be undone for it.
  await context.db.kysely.deleteFrom('bulk_change_item').where(anyOf('signal_id', signalIds)).execute()
}

async function redactEverywhere(context: Context, linked: LinkedPerson, erasing: Erasing): Promise<number> {
  const pattern = findPattern({ identities: [erasing.identity] })
  const ownPattern = findPattern({ identities: linked.identities, words: erasing.words })
  if (pattern === undefined || ownPattern === undefined) return 0
  const changed = new Set([...linked.signalIds, ...linked.reporters.map(({ signal_id }) => signal_id)])
  let count = 0
  for (const place of TEXT_PLACES) {
    const ids = erasing.mentions.flatMap((mention) => (mention.place === place ? mention.id : []))
    const rows = { place, ids, signalIds: linked.signalIds, pattern, ownPattern }
    const redacted = await whileRedacting(context, () => redactRows(context, rows))
    count += redacted.count
    for (const id of redacted.signalIds) changed.add(id)
  }
  await sql`delete from ${context.db.table('search_word')} where word ~* ${pattern}`.execute(
    context.db.kysely,
  )
  await touch(context, [...changed])
  await forgetEarlierStates(context, ownPattern)
  return count
}

/**
 * Lists are counted by how reports were a moment ago. What names the person there goes, and with it the counts
 * that would need it.
 */
async function forgetEarlierStates({ db }: Context, pattern: string): Promise<void> {
  await sql`
    with gone as (
      delete from ${db.table('signal_before')} where address_text ~* ${pattern} returning era, xid
    )
    insert into ${db.table('signal_before_horizon')} as known (era, xid)
    select era, xid from gone where era = pg_postmaster_start_time() order by xid desc limit 1
    on conflict (only_one) do update set era = excluded.era, xid =
      case when known.era = excluded.era then greatest(known.xid, excluded.xid) else excluded.xid end
  `.execute(db.kysely)
}
