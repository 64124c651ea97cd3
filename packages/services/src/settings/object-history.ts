import type { MunicipalityHandle } from '@signalen/database'
import type { CategoryChange, ExpressionChange, UserChange } from '@signalen/domain'

/** What changed in something that is set up, by kind: the facts from which its history is told. */
export interface ObjectChanges {
  category: CategoryChange
  expression: ExpressionChange
  user: UserChange
}

export interface ObjectChange<Kind extends keyof ObjectChanges> {
  readonly kind: Kind
  readonly id: number
  readonly change: ObjectChanges[Kind]
  readonly at: Date
  /** E-mail address; null for the system. */
  readonly by: string | null
}

export interface RecordedChange<Kind extends keyof ObjectChanges> {
  readonly id: number
  readonly change: ObjectChanges[Kind]
  readonly at: Date
  readonly by: string | null
}

/** To be called in the transaction of the change. A change of nothing is not kept. */
export async function recordObjectChange<Kind extends keyof ObjectChanges>(
  db: MunicipalityHandle,
  { kind, id, change, at, by }: ObjectChange<Kind>,
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await db.kysely
    .insertInto('object_history')
    .values({
      object_type: kind,
      object_id: id,
      data: JSON.stringify(change),
      created_at: at,
      created_by: by,
    })
    .execute()
}

/** Newest first. */
export async function listObjectHistory<Kind extends keyof ObjectChanges>(
  db: MunicipalityHandle,
  kind: Kind,
  id: number,
): Promise<RecordedChange<Kind>[]> {
  const rows = await db.kysely
    .selectFrom('object_history')
    .select(['id', 'data', 'created_at', 'created_by'])
    .where('object_type', '=', kind)
    .where('object_id', '=', id)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    change: row.data as ObjectChanges[Kind],
    at: row.created_at,
    by: row.created_by,
  }))
}
