import type { Context } from '../context.ts'
import { listObjectHistory, type RecordedChange } from '../settings/object-history.ts'
import { getUser } from './list-users.ts'

/** Newest first. */
export async function listUserHistory(context: Context, id: number): Promise<RecordedChange<'user'>[]> {
  await getUser(context, id)
  return listObjectHistory(context.db, 'user', id)
}
