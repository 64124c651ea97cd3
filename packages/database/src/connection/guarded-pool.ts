import pg from 'pg'
import { DatabaseFault } from './fault.ts'
import type { TransactionGuard } from './transaction-guard.ts'

const END_TIMEOUT_MS = 5_000

type ConnectCallback = (error: Error | undefined, client: pg.PoolClient | undefined, done: () => void) => void

/** A pool that asks the guard before it hands out a connection, and says plainly when none comes free. */
export class GuardedPool extends pg.Pool {
  readonly #guard: TransactionGuard

  constructor(config: pg.PoolConfig, guard: TransactionGuard) {
    super(config)
    this.#guard = guard
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: ConnectCallback): void
  override connect(callback?: ConnectCallback): Promise<pg.PoolClient> | undefined {
    if (!callback) return this.#connectGuarded()
    this.#connectGuarded().then(
      (client) => callback(undefined, client, client.release),
      (error) => callback(error, undefined, () => {}),
    )
    return undefined
  }

  async #connectGuarded(): Promise<pg.PoolClient> {
    this.#guard.assertMayConnect()
    try {
      return await super.connect()
    } catch (error) {
      throw isPoolTimeout(error) ? noConnectionFree(this.options.connectionTimeoutMillis ?? 0, error) : error
    }
  }
}

/** A connection that someone forgot to give back must not keep the process from ending in order. */
export async function endPool(pool: pg.Pool): Promise<void> {
  const timeout = Promise.withResolvers<void>()
  const timer = setTimeout(timeout.resolve, END_TIMEOUT_MS)
  await Promise.race([pool.end(), timeout.promise])
  clearTimeout(timer)
}

function isPoolTimeout(error: unknown): boolean {
  return error instanceof Error && error.message === 'timeout exceeded when trying to connect'
}

function noConnectionFree(milliseconds: number, cause: unknown): DatabaseFault {
  return new DatabaseFault(
    'no-connection-free',
    `No database connection came free within ${milliseconds / 1000} seconds: a transaction stays open too long, or a query inside it does not use it.`,
    { cause },
  )
}
