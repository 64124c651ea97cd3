import {
  type Actor,
  allowsContact,
  chooseStatusMail,
  decideStatusChange,
  findSystemStatusRefusal,
  hasPermission,
  isClosedStatus,
  isStatusCode,
  judge,
  STATUS_LABELS,
  type StatusCode,
} from '@signalen/domain'
import { sql } from 'kysely'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { Problem } from '../problem.ts'
import { type Reference, readReference } from '../signals/reference.ts'
import { listOperations } from '../signals/update/update-signal.ts'
import { subjectOf } from '../signals/visibility.ts'
import type { BulkChanges } from './bulk-rows.ts'
import type { StandingItem } from './count-colleague-mails.ts'

export interface ItemVerdict {
  readonly id: number
  /** Why it cannot be changed so; undefined when it can. */
  readonly refusal: string | undefined
  /** Whether its reporter gets a mail of it. */
  readonly mails: boolean
  readonly item: StandingItem
}

type Row = Awaited<ReturnType<typeof selectItems>>[number]

/** What a change comes to for each report, decided on what stands there now and without changing anything. */
export async function judgeItems(
  context: Context,
  actor: Actor,
  { ids, changes }: { readonly ids: readonly number[]; readonly changes: BulkChanges },
): Promise<ItemVerdict[]> {
  const rows = await selectItems(context, ids)
  const judging = { context, actor, changes, reference: await readReference(context.db) }
  return rows.map((row) => {
    const refusal = findRefusal(row, judging)
    return { id: row.id, refusal, mails: refusal === undefined && isMailed(row, judging), item: row }
  })
}

function selectItems(context: Context, ids: readonly number[]) {
  return context.db.kysely
    .selectFrom('signal as s')
    .leftJoin('signal as parent', 'parent.id', 's.parent_id')
    .select(['s.id', 's.status_state', 's.category_id', 's.parent_id', 's.child_count'])
    .select([
      's.assigned_user_id',
      's.routing_department_ids',
      's.reporter_email',
      's.reporter_allows_contact',
    ])
    .select('parent.status_state as parent_state')
    .select(
      sql<boolean>`exists (
        select from ${context.db.table('signal')} child
        where child.parent_id = s.id and child.status_state not in ('o', 'a', 's'))`.as('has_open_parts'),
    )
    .where(anyOf('s.id', ids))
    .orderBy('s.id')
    .execute()
}

interface Judging {
  readonly context: Context
  readonly actor: Actor
  readonly changes: BulkChanges
  readonly reference: Reference
}

function findRefusal(row: Row, { actor, changes, reference }: Judging): string | undefined {
  const subject = subjectOf(row, reference)
  if (listOperations(changes).some((operation) => !judge(actor, operation, subject).allowed)) {
    return 'U mag dit bij deze melding niet wijzigen.'
  }
  if (!changes.status) return undefined
  const current = row.status_state as StatusCode
  const decision = decideStatusChange({
    current,
    requested: changes.status,
    reporter: { email: row.reporter_email },
    canPushToSigmax: hasPermission(actor, 'push_to_sigmax'),
  })
  const { state } = changes.status
  const isOfSystem =
    findSystemStatusRefusal(state) !== undefined && !hasPermission(actor, 'perform_sigmax_updates')
  if (isOfSystem || !decision.ok) {
    const next = isStatusCode(state) ? STATUS_LABELS[state] : ''
    return `Van ${STATUS_LABELS[current]} naar ${next} kan niet.`
  }
  if (isClosedStatus(decision.value.state) && row.has_open_parts) {
    return 'Deze melding heeft open deelmeldingen. Sluit die op de melding zelf.'
  }
  return undefined
}

function isMailed(row: Row, { context, changes: { status } }: Judging): boolean {
  if (!status || !isStatusCode(status.state)) return false
  const reporter = { allowsContact: row.reporter_allows_contact }
  const mail = chooseStatusMail(
    {
      status: {
        state: status.state,
        text: status.text ?? null,
        sendEmail: status.sendEmail ?? false,
        emailOverride: null,
      },
      previousState: row.status_state as StatusCode,
      reporterEmail: row.reporter_email,
      parentState: row.parent_state as StatusCode | null,
      reporterAllowsContact: allowsContact(context.settings, reporter),
      feedbackAllowsContact: row.reporter_allows_contact,
      settings: context.settings,
    },
    '',
  )
  return mail !== undefined
}

/** The words of a refusal, for who reads the list of what could not be done. */
export function describeProblem(error: unknown): string {
  const words = error instanceof Problem ? listWords(error.body) : []
  return words.length > 0 ? words.join(' ') : 'Er ging iets mis bij deze melding.'
}

function listWords(body: unknown): string[] {
  if (typeof body === 'string') return [body]
  if (typeof body !== 'object' || body === null) return []
  return Object.values(body).flatMap(listWords)
}
