import { setTimeout as delay } from 'node:timers/promises'
import { PgBoss } from 'pg-boss'
import type { DatabaseKind } from '../connection/database.ts'
import type { Queryable } from '../migrations/applied-migrations.ts'

export const JOB_SCHEMA = 'signalen_jobs'

/** Makes or renews the tables of the job queue. Needs the owner's rights. */
export async function installJobSchema(client: Queryable, kind: DatabaseKind): Promise<void> {
  const boss = new PgBoss({
    schema: JOB_SCHEMA,
    backend: backendOf(kind),
    db: { executeSql: (text, values) => executeOnClient(client, text, values) },
    migrate: true,
    supervise: false,
    schedule: false,
    bamIntervalSeconds: 10,
    registerInstance: false,
    openTelemetry: { enabled: false },
  })
  const errors: Error[] = []
  boss.on('error', (error) => errors.push(error))
  try {
    await boss.start()
    await untilIndexesAreBuilt(boss)
  } finally {
    await boss.stop({ graceful: false })
  }
  if (errors[0]) throw errors[0]
}

/** A newer version of the queue builds indexes after it has started; the application's role may not. */
async function untilIndexesAreBuilt(boss: PgBoss): Promise<void> {
  for (;;) {
    const statuses = (await boss.getBamStatus()).map(({ status }) => status)
    if (statuses.includes('failed')) throw new Error('An index of the job queue could not be built.')
    if (!statuses.includes('pending') && !statuses.includes('in_progress')) return
    await delay(500)
  }
}

export function backendOf(kind: DatabaseKind): 'pglite' | 'postgres' {
  return kind === 'embedded' ? 'pglite' : 'postgres'
}

/** One session serves all, so a failed block must not leave its transaction open for the next statement. */
async function executeOnClient(
  client: Queryable,
  text: string,
  values?: unknown[],
): Promise<{ rows: Record<string, unknown>[] }> {
  try {
    return joinResults(values ? await client.query(text, values) : await client.query(text))
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** Several statements in one text give several results; the queue expects the rows of all. */
export function joinResults(result: unknown): { rows: Record<string, unknown>[] } {
  const results = (Array.isArray(result) ? result : [result]) as { rows?: Record<string, unknown>[] }[]
  return { rows: results.flatMap(({ rows }) => rows ?? []) }
}
