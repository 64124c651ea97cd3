import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseFault } from './fault.ts'

interface TransactionScope {
  state: 'opening' | 'open' | 'ended'
}

/**
 * Knows whether the running code stands inside an open transaction. A query that asks for a second
 * connection from there would wait for itself on the embedded database, and read past its own changes on
 * PostgreSQL; both get an error at once.
 */
export interface TransactionGuard {
  runTransaction<T>(open: () => Promise<T>): Promise<T>
  assertMayConnect(): void
  markBegun(): void
}

export function createTransactionGuard(): TransactionGuard {
  const scopes = new AsyncLocalStorage<TransactionScope>()

  return {
    async runTransaction(open) {
      const scope: TransactionScope = { state: 'opening' }
      try {
        return await scopes.run(scope, open)
      } finally {
        scope.state = 'ended'
      }
    },

    assertMayConnect() {
      if (scopes.getStore()?.state !== 'open') return
      throw new DatabaseFault(
        'query-outside-transaction',
        'A query was made outside the open transaction: pass the transaction to everything that runs inside it.',
      )
    },

    markBegun() {
      const scope = scopes.getStore()
      if (scope?.state !== 'opening') {
        throw new DatabaseFault(
          'transaction-not-opened-by-handle',
          'Open a transaction with transaction() of the municipality, not of Kysely itself.',
        )
      }
      scope.state = 'open'
    },
  }
}
