import type { EnqueueOptions, MunicipalityHandle, MunicipalityTransaction } from '@signalen/database'
import type { Context } from './context.ts'
import type { Jobs } from './jobs.ts'

/** Queues a job in the caller's transaction, with the change that it follows from. */
export async function queueJob<Name extends keyof Jobs & string>(
  context: Context,
  name: Name,
  data: Jobs[Name],
  options: EnqueueOptions = {},
): Promise<void> {
  const { db } = context
  if (!isTransaction(db)) throw new Error(`${name} is queued in the transaction of what it follows from.`)
  await context.jobs.enqueue(db, name, data, { startAfter: context.mailsHeldUntil, ...options })
}

function isTransaction(db: MunicipalityHandle): db is MunicipalityTransaction {
  return db.inTransaction
}
