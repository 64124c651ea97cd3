import {
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely'
import type pg from 'pg'
import type { TransactionGuard } from './transaction-guard.ts'

/** Kysely on our pool, where only a transaction that the guard knows of may begin. */
export class GuardedDialect extends PostgresDialect {
  readonly #pool: pg.Pool
  readonly #guard: TransactionGuard

  constructor(pool: pg.Pool, guard: TransactionGuard) {
    super({ pool })
    this.#pool = pool
    this.#guard = guard
  }

  override createDriver(): Driver {
    return new GuardedDriver(this.#pool, this.#guard)
  }
}

class GuardedDriver extends PostgresDriver {
  readonly #guard: TransactionGuard

  constructor(pool: pg.Pool, guard: TransactionGuard) {
    super({ pool })
    this.#guard = guard
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    settings: TransactionSettings,
  ): Promise<void> {
    this.#guard.markBegun()
    await super.beginTransaction(connection, settings)
  }
}
