import type { MunicipalityHandle } from '@signalen/database'

/** Reads one kind of reference data, from memory when nothing changed since. */
export type CachedRead<Value> = (db: MunicipalityHandle) => Promise<Value>

/**
 * Keeps what seldom changes in memory, never out of date: the database gives its reference data another
 * version in the transaction of every change, whichever process or person makes it, and each read asks for
 * that version first (one row by its key).
 */
export function createCachedRead<Value>(load: CachedRead<Value>): CachedRead<Value> {
  const kept = new Map<string, { version: string; value: Value }>()

  return async function read(db) {
    const version = await findReferenceVersion(db)
    const known = kept.get(db.schema)
    if (known && known.version === version) return known.value
    // Read after its version: should a change come between, the next reader finds another version.
    const value = await load(db)
    if (version !== undefined) kept.set(db.schema, { version, value })
    return value
  }
}

/** Never the same twice, also not after a change that was rolled back; undefined before the first one. */
async function findReferenceVersion(db: MunicipalityHandle): Promise<string | undefined> {
  const row = await db.kysely
    .selectFrom('reference_version')
    .select('version')
    .where('name', '=', 'reference')
    .executeTakeFirst()
  return row?.version
}
