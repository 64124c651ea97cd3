import type { RelationKind, RelationSide } from '@signalen/domain'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

export interface RelationRow {
  readonly kind: RelationKind | 'duplicate'
  readonly otherId: number
  readonly createdAt: Date
  readonly createdBy: string | null
}

/** All that a report belongs together with, seen from that report, the oldest first. */
export async function listRelationRows(context: Context, id: number): Promise<RelationRow[]> {
  const rows = await context.db.kysely
    .selectFrom('signal_relation')
    .selectAll()
    .where((eb) => eb.or([eb('signal_id', '=', id), eb('other_id', '=', id)]))
    .orderBy('created_at')
    .orderBy('signal_id')
    .execute()
  return rows.map((row) => ({
    kind: kindFrom(row.kind, row.signal_id === id),
    otherId: row.signal_id === id ? row.other_id : row.signal_id,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }))
}

function kindFrom(kind: 'duplicate' | 'linked', isFirst: boolean): RelationRow['kind'] {
  if (kind === 'linked') return 'linked'
  return isFirst ? 'duplicate_of' : 'duplicate'
}

export function findRelation(context: Context, one: number, other: number) {
  return context.db.kysely
    .selectFrom('signal_relation')
    .selectAll()
    .where(sql<boolean>`least(signal_id, other_id) = ${Math.min(one, other)}`)
    .where(sql<boolean>`greatest(signal_id, other_id) = ${Math.max(one, other)}`)
    .executeTakeFirst()
}

/** How the histories of both name what is between them. */
export function sidesOf(kind: 'duplicate' | 'linked'): readonly [RelationSide, RelationSide] {
  return kind === 'linked' ? ['linked', 'linked'] : ['duplicateOf', 'hasDuplicate']
}
