import {
  type Actor,
  displayNumber,
  presentHistoryEvent,
  STATUS_LABELS,
  type StatusCode,
} from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import { ATTACHMENT_COLUMNS, type AttachmentRow } from '../attachments/attachment-rows.ts'
import type { Context } from '../context.ts'
import { toHistoryEvent } from '../signals/history/history-rows.ts'
import { listSignalsById } from '../signals/list-signals-by-id.ts'
import type { SignalView } from '../signals/signal-view.ts'
import type { Mention } from './find-mentions.ts'
import { findLinkedPerson, listMailsTo } from './find-person.ts'
import { findMentionsOf, identify, type PersonRequest } from './look-up-person.ts'
import { listSubscriptionsOf, type SubscriptionOfPerson } from './person-subscriptions.ts'
import { enterInRegister, requirePersonRight } from './register.ts'

export type MailToPerson = Awaited<ReturnType<typeof listMailsTo>>[number]

export interface FeedbackOfPerson {
  readonly signal_id: number
  readonly submitted_at: Date | null
  readonly is_satisfied: boolean | null
  readonly allows_contact: boolean
  readonly text_list: readonly string[] | null
  readonly text_extra: string | null
}

export interface ToldEvent {
  readonly when: Date
  readonly action: string
  readonly description: string | null
}

export interface ReportOfPerson {
  readonly number: string
  readonly status: string
  readonly signal: SignalView
  readonly attachments: readonly AttachmentRow[]
  readonly feedback: readonly FeedbackOfPerson[]
  readonly history: readonly ToldEvent[]
}

export interface PersonDossier {
  readonly madeAt: Date
  readonly reports: readonly ReportOfPerson[]
  readonly mails: readonly MailToPerson[]
  readonly subscriptions: readonly SubscriptionOfPerson[]
  /** Where else the person is named: to be judged before it is handed over, as it may be about others too. */
  readonly mentions: readonly Mention[]
}

const PIECE = 200

/** Everything about a person, to be given to that person. */
export async function handOverPerson(
  context: Context,
  actor: Actor,
  request: PersonRequest,
): Promise<PersonDossier> {
  requirePersonRight(actor, 'person.handOver')
  const identity = identify(request)
  const linked = await findLinkedPerson(context, identity)
  const reports: ReportOfPerson[] = []
  for (let from = 0; from < linked.signalIds.length; from += PIECE) {
    reports.push(...(await describeReports(context, linked.signalIds.slice(from, from + PIECE))))
  }
  const own = new Set(linked.signalIds)
  const mentions = (await findMentionsOf(context, identity)).filter(
    ({ place, signalId }) => place.table !== 'mail' && (signalId === null || !own.has(signalId)),
  )
  const mails = await listMailsTo(context, linked)
  const subscriptions = await listSubscriptionsOf(context, linked)
  const detail = { reports: reports.length, mails: mails.length, mentions: mentions.length }
  await context.db.transaction((trx) =>
    enterInRegister({ ...context, db: trx }, actor, { action: 'person.handOver', identity, detail }),
  )
  return { madeAt: context.clock.now(), reports, mails, subscriptions, mentions }
}

async function describeReports(context: Context, ids: readonly number[]): Promise<ReportOfPerson[]> {
  const signals = await listSignalsById(context, ids)
  const attachments = Map.groupBy(await findAttachments(context, ids), ({ signal_id }) => signal_id)
  const feedback = Map.groupBy(await findFeedback(context, ids), ({ signal_id }) => signal_id)
  const history = Map.groupBy(await findHistory(context, ids), ({ signalId }) => signalId)
  return signals.map((signal) => ({
    number: displayNumber(signal.row.id, context.settings.idPrefix),
    status: STATUS_LABELS[signal.row.status_state as StatusCode],
    signal,
    attachments: attachments.get(signal.row.id) ?? [],
    feedback: feedback.get(signal.row.id) ?? [],
    history: history.get(signal.row.id) ?? [],
  }))
}

function findAttachments(context: Context, ids: readonly number[]): Promise<AttachmentRow[]> {
  return context.db.kysely
    .selectFrom('attachment')
    .select(ATTACHMENT_COLUMNS)
    .where(anyOf('signal_id', ids))
    .orderBy('id')
    .execute()
}

function findFeedback(context: Context, ids: readonly number[]): Promise<FeedbackOfPerson[]> {
  return context.db.kysely
    .selectFrom('feedback')
    .select(['signal_id', 'submitted_at', 'is_satisfied', 'allows_contact', 'text_list', 'text_extra'])
    .where(anyOf('signal_id', ids))
    .where('submitted_at', 'is not', null)
    .orderBy('id')
    .execute()
}

/** The names of employees are not the person's. */
async function findHistory(context: Context, ids: readonly number[]) {
  const rows = await context.db.kysely
    .selectFrom('signal_history')
    .select(['signal_id', 'kind', 'text', 'data', 'created_at'])
    .where(anyOf('signal_id', ids))
    .where('kind', '<>', 'user')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    signalId: row.signal_id,
    when: row.created_at,
    ...presentHistoryEvent(toHistoryEvent(row), context.settings.timeZone),
  }))
}
