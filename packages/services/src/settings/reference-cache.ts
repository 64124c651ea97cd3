import type { MunicipalityHandle } from '@signalen/database'

/** Reads one kind of reference data, from memory when nothing changed since. */
export type CachedRead<Value> = (db: MunicipalityHandle) => Promise<Value>

/**
 * Keeps what seldom changes in memory, never out of date: the database gives its reference data another
 * version in the transaction of every change, whichever process or person makes it, and each read asks for
 * that version first (one row by its key), or once for a whole request that only reads.
 */
export function createCachedRead<Value>(load: CachedRead<Value>): CachedRead<Value> {
  const kept = new Map<string, { version: string; value: Value }>()

  return async function read(db) {
    const version = await getReferenceVersion(db)
    const known = kept.get(db.schema)
    if (known && known.version === version) return known.value
    // Read after its version: should a change come between, the next reader finds another version.
    const value = await load(db)
    if (version !== undefined) kept.set(db.schema, { version, value })
    return value
  }
}

/** A stream goes on for hours; no other request takes as long. */
const REMEMBERED_MILLISECONDS = 1000

interface Remembered {
  version?: Promise<string | undefined>
  until: number
}

const remembered = new WeakMap<MunicipalityHandle, Remembered>()

/**
 * A handle for a request that changes no reference data: all that it asks of that, in its transactions too, is
 * of one and the same version.
 */
export function forReading(db: MunicipalityHandle): MunicipalityHandle {
  return remember(db, { until: 0 })
}

function remember<Handle extends MunicipalityHandle>(db: Handle, memory: Remembered): Handle {
  const reading: Handle = {
    ...db,
    transaction: (run) => db.transaction((trx) => run(remember(trx, memory))),
  }
  remembered.set(reading, memory)
  return reading
}

function getReferenceVersion(db: MunicipalityHandle): Promise<string | undefined> {
  const memory = remembered.get(db)
  if (!memory) return findReferenceVersion(db)
  if (memory.version && memory.until > performance.now()) return memory.version
  const version = findReferenceVersion(db)
  memory.version = version
  memory.until = performance.now() + REMEMBERED_MILLISECONDS
  return version
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
