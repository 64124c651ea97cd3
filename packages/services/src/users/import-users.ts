import { type Actor, isSameJson, readUserFile, type UserLine } from '@signalen/domain'
import { sql } from 'kysely'
import { recordInAuditLog } from '../audit/record-in-audit-log.ts'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { createUser, type UserInput, updateUser } from './save-user.ts'
import { type UserView, viewUsers } from './user-view.ts'

export interface UserImport {
  readonly csv: string
  /** Say what would happen, and change nothing. */
  readonly isDry: boolean
  /** Who is new gets a mail that tells how to sign in. */
  readonly invites: boolean
}

export interface ImportedUser {
  readonly line: number
  readonly email: string
  readonly outcome: 'new' | 'changed' | 'same' | 'refused'
  readonly reason: string | null
}

export interface UserImportResult {
  readonly users: readonly ImportedUser[]
  readonly isStored: boolean
}

/** The users of a CSV file, all or none: a line that cannot be used keeps the others out too. */
export async function importUsers(
  context: Context,
  actor: Actor,
  { csv, isDry, invites }: UserImport,
): Promise<UserImportResult> {
  const file = readUserFile(csv)
  if (!file.ok) throw invalid({ csv: [file.reason] })
  return context.db.transaction(async (db) => {
    const inside = { ...context, db }
    const known = await readKnown(inside, file.lines)
    const judged = file.lines.map((line) => judge(line, known))
    const users = judged.map(({ line, outcome, reason }) => ({
      line: line.line,
      email: line.email,
      outcome,
      reason: reason ?? null,
    }))
    const isStored = !isDry && users.every(({ outcome }) => outcome !== 'refused')
    if (isStored) await store(inside, actor, { judged, invites })
    return { users, isStored }
  })
}

interface Known {
  readonly roles: ReadonlyMap<string, number>
  readonly departments: ReadonlyMap<string, { readonly id: number; readonly name: string }>
  readonly users: ReadonlyMap<string, UserView>
}

async function readKnown({ db }: Context, lines: readonly UserLine[]): Promise<Known> {
  const roles = await db.kysely.selectFrom('role').select(['id', 'name']).execute()
  const departments = await db.kysely.selectFrom('department').select(['id', 'code', 'name']).execute()
  const emails = lines.filter(({ reason }) => !reason).map(({ email }) => email.toLowerCase())
  const found = await db.kysely
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`lower(username) = any(${emails}::text[])`)
    .execute()
  const users = await viewUsers(
    db,
    found.map(({ id }) => id),
  )
  return {
    roles: new Map(roles.map(({ id, name }) => [name.toLowerCase(), id])),
    departments: new Map(
      departments.flatMap(({ id, code, name }) => [
        [name.toLowerCase(), { id, name }],
        [code.toLowerCase(), { id, name }],
      ]),
    ),
    users: new Map(users.map((user) => [user.username.toLowerCase(), user])),
  }
}

interface Judged {
  readonly line: UserLine
  readonly outcome: ImportedUser['outcome']
  readonly reason?: string
  readonly user?: UserView | undefined
  readonly input?: UserInput
}

function judge(line: UserLine, known: Known): Judged {
  const role = line.roles?.find((name) => !known.roles.has(name.toLowerCase()))
  const department = line.departments?.find((name) => !known.departments.has(name.toLowerCase()))
  const reason =
    line.reason ??
    (role === undefined ? undefined : `De rol "${role}" bestaat niet.`) ??
    (department === undefined ? undefined : `De afdeling "${department}" bestaat niet.`)
  if (reason !== undefined) return { line, outcome: 'refused', reason }
  const user = known.users.get(line.email.toLowerCase())
  const input = toInput(line, known)
  if (!user) return { line, outcome: 'new', input }
  return { line, outcome: isAsStored(line, { user, input, known }) ? 'same' : 'changed', user, input }
}

function toInput(line: UserLine, known: Known): UserInput {
  const { firstName, lastName, roles, departments } = line
  return {
    ...(firstName === undefined ? {} : { first_name: firstName }),
    ...(lastName === undefined ? {} : { last_name: lastName }),
    ...(roles && { role_ids: roles.flatMap((name) => known.roles.get(name.toLowerCase()) ?? []) }),
    ...(departments && {
      profile: {
        department_ids: departments.flatMap((name) => known.departments.get(name.toLowerCase())?.id ?? []),
      },
    }),
  }
}

interface Comparison {
  readonly user: UserView
  readonly input: UserInput
  readonly known: Known
}

function isAsStored(line: UserLine, { user, input, known }: Comparison): boolean {
  const names = line.departments?.map((name) => known.departments.get(name.toLowerCase())?.name ?? '')
  const isSameSet = (left: readonly unknown[], right: readonly unknown[]) =>
    isSameJson([...new Set(left)].sort(), [...new Set(right)].sort())
  return (
    (input.first_name ?? user.firstName) === user.firstName &&
    (input.last_name ?? user.lastName) === user.lastName &&
    (!input.role_ids ||
      isSameSet(
        input.role_ids,
        user.roles.map(({ id }) => id),
      )) &&
    (!names || isSameSet(names, user.departments))
  )
}

async function store(
  context: Context,
  actor: Actor,
  { judged, invites }: { readonly judged: readonly Judged[]; readonly invites: boolean },
): Promise<void> {
  for (const { line, user, input, outcome } of judged) {
    if (!input || outcome === 'same') continue
    if (user) await updateUser(context, actor, { id: user.id, input })
    else await createUser(context, { ...input, username: line.email }, invites ? actor : undefined)
  }
  const count = (outcome: string) => judged.filter((one) => one.outcome === outcome).length
  await recordInAuditLog(context, {
    by: actor.email,
    action: 'users.imported',
    object: { type: 'user', id: '' },
    detail: { new: count('new'), changed: count('changed') },
  })
}
