import { type Comparison, FORMAT_VERSION } from '@signalen/classification'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** What is known of a version without looking into it. */
export interface ModelFigures {
  /** On reports that neither model had learnt from: the one that was in use, and this one. */
  readonly comparison: Comparison
  readonly learnt: number
  readonly corrected: number
  readonly heldBack: number
}

export interface ModelVersion {
  readonly id: number
  readonly trainedAt: Date
  /** E-mail address; null for the clock and the command line. */
  readonly trainedBy: string | null
  readonly bytes: number
  readonly figures: ModelFigures
  readonly isActive: boolean
  readonly activatedAt: Date | null
  readonly activatedBy: string | null
  /** False for a version of another format, from before or after an upgrade. */
  readonly isUsable: boolean
}

/** Newest first. */
export async function listModelVersions(context: Context): Promise<ModelVersion[]> {
  const rows = await context.db.kysely
    .selectFrom('classification_model')
    .select(['id', 'trained_at', 'trained_by', 'figures', 'is_active', 'activated_at', 'activated_by'])
    .select(['format', sql<number>`octet_length(bytes)`.as('size')])
    .orderBy('trained_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    trainedAt: row.trained_at,
    trainedBy: row.trained_by,
    bytes: row.size,
    figures: row.figures as ModelFigures,
    isActive: row.is_active,
    activatedAt: row.activated_at,
    activatedBy: row.activated_by,
    isUsable: row.format === FORMAT_VERSION,
  }))
}

const KEPT = 5

/**
 * The newest are kept, the one in use, and the one that was in use last: there is always a way back. To be
 * called in the transaction that adds a version.
 */
export async function forgetOldVersions(context: Context): Promise<void> {
  const versions = await listModelVersions(context)
  const lastUsed = versions
    .filter(({ isActive, activatedAt }) => !isActive && activatedAt !== null)
    .sort((one, other) => Number(other.activatedAt) - Number(one.activatedAt))[0]
  const gone = versions
    .slice(KEPT)
    .filter((version) => !version.isActive && version.id !== lastUsed?.id)
    .map(({ id }) => id)
  if (gone.length > 0) {
    await context.db.kysely.deleteFrom('classification_model').where('id', 'in', gone).execute()
  }
}
