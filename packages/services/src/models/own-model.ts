import { FORMAT_VERSION } from '@signalen/classification'
import type { MunicipalityHandle } from '@signalen/database'
import type { OwnModel } from '../ports.ts'
import { createCachedRead } from '../settings/reference-cache.ts'

export interface ActiveVersion {
  readonly id: number
  readonly uuid: string
  readonly learntUntil: Date | null
}

/** The version in use, known in every process until another is switched on; undefined for the shipped model. */
export const findActiveVersion = createCachedRead<ActiveVersion | undefined>(async (db) => {
  const row = await db.kysely
    .selectFrom('classification_model')
    .select(['id', 'uuid', 'learnt_until'])
    .where('is_active', '=', true)
    // After an upgrade that reads models otherwise, the shipped one helps out until there is a new one.
    .where('format', '=', FORMAT_VERSION)
    .executeTakeFirst()
  return row && { id: row.id, uuid: row.uuid, learntUntil: row.learnt_until }
})

/** The model that the municipality has in use; undefined while that is the shipped one. */
export async function findOwnModel(db: MunicipalityHandle): Promise<OwnModel | undefined> {
  const active = await findActiveVersion(db)
  return active && { key: active.uuid, readBytes: () => readModelBytes(db, active.uuid) }
}

async function readModelBytes(db: MunicipalityHandle, uuid: string): Promise<Uint8Array> {
  const { bytes } = await db.kysely
    .selectFrom('classification_model')
    .select('bytes')
    .where('uuid', '=', uuid)
    .executeTakeFirstOrThrow()
  return bytes
}
