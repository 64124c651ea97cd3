import type { ReporterState } from '@signalen/domain'
import type { Context } from '../context.ts'

export interface ReporterRow {
  readonly id: number
  readonly signal_id: number
  readonly email: string | null
  readonly phone: string | null
  readonly sharing_allowed: boolean
  readonly state: ReporterState
  readonly email_verified: boolean
  readonly email_verification_token_expires: Date | null
  readonly created_at: Date
  readonly updated_at: Date
}

const COLUMNS = [
  'id',
  'signal_id',
  'email',
  'phone',
  'sharing_allowed',
  'state',
  'email_verified',
  'email_verification_token_expires',
  'created_at',
  'updated_at',
] as const

/** Everyone who was ever named as the reporter of a report, in the order in which they were. */
export async function findReporters(context: Context, signalId: number): Promise<ReporterRow[]> {
  const rows = await context.db.kysely
    .selectFrom('reporter')
    .select(COLUMNS)
    .where('signal_id', '=', signalId)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as ReporterState }))
}

export async function findReporterByToken(
  context: Context,
  tokenHash: Buffer,
): Promise<ReporterRow | undefined> {
  const row = await context.db.kysely
    .selectFrom('reporter')
    .select(COLUMNS)
    .where('email_verification_token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row && { ...row, state: row.state as ReporterState }
}
