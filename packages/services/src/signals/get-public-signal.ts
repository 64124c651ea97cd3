import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

function selectPublicSignals(context: Context) {
  return context.db.kysely
    .selectFrom('signal')
    .select([
      'id',
      'uuid',
      'status_state',
      'created_at',
      'updated_at',
      'incident_date_start',
      'incident_date_end',
    ])
}

/** What anyone with the secret number of a report may see of it. */
export async function getPublicSignal(context: Context, uuid: string) {
  const row = UUID.test(uuid)
    ? await selectPublicSignals(context).where('uuid', '=', uuid).executeTakeFirst()
    : undefined
  if (!row) throw notFound('Signal')
  return row
}

export async function getPublicSignalById(context: Context, id: number) {
  return selectPublicSignals(context).where('id', '=', id).executeTakeFirstOrThrow()
}
