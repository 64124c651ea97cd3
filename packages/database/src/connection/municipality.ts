import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Tables } from '../tables.ts'
import { DatabaseFault } from './fault.ts'
import type { TransactionGuard } from './transaction-guard.ts'

/** The municipality of an installation that serves one and configures none. */
export const DEFAULT_MUNICIPALITY = 'default'

export type TableName = keyof Tables & string

/**
 * The way to the data of one municipality. Inside and outside a transaction it is used the same way, so an
 * operation takes a handle and need not know which it got.
 */
export interface MunicipalityHandle {
  readonly key: string
  readonly schema: string
  readonly inTransaction: boolean
  /** Bound to the municipality's schema: `handle.kysely.selectFrom('signal')`. */
  readonly kysely: Kysely<Tables>
  /** A table of this municipality for raw SQL: sql`select … from ${handle.table('signal')}`. */
  table(name: TableName): RawBuilder<unknown>
  /** All or nothing. Inside a transaction it becomes a savepoint of that one. */
  transaction<T>(run: (trx: MunicipalityTransaction) => Promise<T>): Promise<T>
}

export interface MunicipalityTransaction extends MunicipalityHandle {
  readonly inTransaction: true
}

/** A key is what a person types and a host name can hold; the schema name follows from it and is unique. */
export function schemaOfMunicipality(key: string): string {
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(key)) {
    throw new DatabaseFault(
      'unknown-municipality',
      `"${key}" is not a municipality key: use at most 40 lower-case letters, digits and hyphens, beginning with a letter.`,
    )
  }
  return `municipality_${key.replaceAll('-', '_')}`
}

export function createMunicipalityHandle(
  kysely: Kysely<Tables>,
  guard: TransactionGuard,
  key: string,
): MunicipalityHandle {
  const schema = schemaOfMunicipality(key)
  return {
    key,
    schema,
    inTransaction: false,
    kysely: kysely.withSchema(schema),
    table: (name) => sql.id(schema, name),
    transaction: (run) =>
      guard.runTransaction(() =>
        kysely.transaction().execute((trx) => run(createTransactionHandle(trx, { key, schema, depth: 0 }))),
      ),
  }
}

interface TransactionPlace {
  readonly key: string
  readonly schema: string
  readonly depth: number
}

function createTransactionHandle(trx: Kysely<Tables>, place: TransactionPlace): MunicipalityTransaction {
  const { key, schema, depth } = place
  return {
    key,
    schema,
    inTransaction: true,
    kysely: trx.withSchema(schema),
    table: (name) => sql.id(schema, name),
    async transaction(run) {
      const savepoint = sql.id(`nested_${depth + 1}`)
      await sql`savepoint ${savepoint}`.execute(trx)
      try {
        const result = await run(createTransactionHandle(trx, { key, schema, depth: depth + 1 }))
        await sql`release savepoint ${savepoint}`.execute(trx)
        return result
      } catch (error) {
        await sql`rollback to savepoint ${savepoint}`.execute(trx)
        throw error
      }
    },
  }
}
