import {
  describeAssignedMail,
  displayNumber,
  listDepartmentRecipients,
  mustNotifyHandler,
  type Notifiable,
} from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import { getMailSignal, type MailSignal } from '../mail/mail-signal.ts'
import { queueSignalMail } from '../mail/queue-signal-mail.ts'

export interface AssignmentChange {
  readonly signalId: number
  /** Whose the report was before; nobody's, for a new one. */
  readonly before: {
    readonly assigned_user_id: number | null
    readonly routing_department_ids: readonly number[] | null
  }
}

/**
 * Tells people that a report became theirs, or their department's, as they wish. Runs in the transaction of
 * the change, after the report bears its new assignment.
 */
export async function planAssignmentMails(context: Context, change: AssignmentChange): Promise<void> {
  const after = await context.db.kysely
    .selectFrom('signal')
    .select(['assigned_user_id', 'routing_department_ids', 'version'])
    .where('id', '=', change.signalId)
    .executeTakeFirstOrThrow()
  const handler = await findHandlerToTell(context, after.assigned_user_id, change.before.assigned_user_id)
  const known = new Set(change.before.routing_department_ids ?? [])
  const added = (after.routing_department_ids ?? []).filter((id) => !known.has(id))
  const members = await listMembersToTell(context, added)
  if (!handler && members.length === 0) return
  const signal = await getMailSignal(context, change.signalId)
  if (handler) await tell(context, signal, { person: handler, department: null, version: after.version })
  for (const { department, ...person } of members) {
    await tell(context, signal, { person, department, version: after.version })
  }
}

interface Person extends Notifiable {
  readonly fullName: string
}

interface Member extends Person {
  readonly department: string
}

/** Whoever a report becomes, when they wish to hear of it. */
export async function findHandlerToTell(
  context: Context,
  userId: number | null,
  previousId: number | null,
): Promise<Person | undefined> {
  if (userId === null || userId === previousId) return undefined
  const row = await selectPeople(context).where('person.id', '=', userId).executeTakeFirst()
  const person = row && toPerson(row)
  return person && mustNotifyHandler(person, previousId) ? person : undefined
}

/** Everyone once, also who is in two of the departments. */
export async function listMembersToTell(
  context: Context,
  departmentIds: readonly number[],
): Promise<Member[]> {
  if (departmentIds.length === 0) return []
  const rows = await selectPeople(context)
    .innerJoin('user_department as membership', 'membership.user_id', 'person.id')
    .innerJoin('department', 'department.id', 'membership.department_id')
    .select('department.name as department')
    .where(anyOf('department.id', departmentIds))
    .orderBy('person.id')
    .orderBy('department.name')
    .execute()
  const members = rows.map((row) => ({ ...toPerson(row), department: row.department }))
  const byPerson = Map.groupBy(listDepartmentRecipients(members), ({ userId }) => userId)
  return [...byPerson.values()].flatMap(([first, ...others]) =>
    first
      ? [{ ...first, department: [first, ...others].map(({ department }) => department).join(', ') }]
      : [],
  )
}

function selectPeople(context: Context) {
  return context.db.kysely
    .selectFrom('app_user as person')
    .select([
      'person.id',
      'person.email',
      'person.first_name',
      'person.last_name',
      'person.is_active',
      'person.notification_on_user_assignment',
      'person.notification_on_department_assignment',
    ])
}

interface PersonRow {
  readonly id: number
  readonly email: string
  readonly first_name: string
  readonly last_name: string
  readonly is_active: boolean
  readonly notification_on_user_assignment: boolean
  readonly notification_on_department_assignment: boolean
}

function toPerson(row: PersonRow): Person {
  return {
    userId: row.id,
    email: row.email,
    fullName: `${row.first_name} ${row.last_name}`.trim() || row.email,
    isActive: row.is_active,
    notifyOnUserAssignment: row.notification_on_user_assignment,
    notifyOnDepartmentAssignment: row.notification_on_department_assignment,
  }
}

interface Notice {
  readonly person: Person
  /** Null when it is the person's own. */
  readonly department: string | null
  readonly version: number
}

async function tell(
  context: Context,
  signal: MailSignal,
  { person, department, version }: Notice,
): Promise<void> {
  const number = displayNumber(signal.id, context.settings.idPrefix)
  const kind = department === null ? 'user' : 'department'
  await queueSignalMail(context, signal, {
    ...describeAssignedMail(number, department),
    cause: `assigned:${signal.id}:${version}:${kind}:${person.userId}`,
    to: person.email,
    variables: () => ({
      signal_url: `${context.citizenUrl}/manage/incident/${signal.id}`,
      recipient_full_name: person.fullName,
      assigned_to_user: department === null ? person.fullName : null,
      assigned_to_department: department,
    }),
  })
}
