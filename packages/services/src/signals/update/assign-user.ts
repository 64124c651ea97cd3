import type { Context } from '../../context.ts'
import { invalid } from '../../problem.ts'
import type { PartChange } from './part-change.ts'

export interface Assignee {
  readonly id: number
  readonly email: string
}

export async function findAssignee(context: Context, email: string): Promise<Assignee> {
  const user = await context.db.kysely
    .selectFrom('app_user')
    .select(['id', 'email'])
    .where('email', '=', email)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!user) throw invalid(['Could not set user assignment, user does not exist'])
  return user
}

export function assignUser(assignee: Assignee | null): PartChange {
  return {
    columns: { assigned_user_id: assignee?.id ?? null, assigned_user_email: assignee?.email ?? null },
    event: { type: 'assignment', email: assignee?.email ?? null },
  }
}
