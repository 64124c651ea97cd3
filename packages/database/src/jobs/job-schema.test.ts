import { describeEachDatabase } from '@signalen/testkit/database'
import { getRollbackPlans, PgBoss } from 'pg-boss'
import { expect, it } from 'vitest'
import { migrate } from '../migrations/migrate.ts'
import { backendOf, JOB_SCHEMA, joinResults } from './job-schema.ts'

describeEachDatabase(
  'the tables of the job queue',
  (context) => {
    it('are renewed from those of an older version', async () => {
      const { pool, kind } = context.database
      const current = await readVersion()
      for (let version = current; version > current - 3; version -= 1) {
        await pool.query(getRollbackPlans(JOB_SCHEMA, version))
      }
      expect(await readVersion()).toBe(current - 3)

      await migrate(context.database)
      expect(await readVersion()).toBe(current)
      const boss = new PgBoss({
        schema: JOB_SCHEMA,
        backend: backendOf(kind),
        db: { executeSql: async (text, values) => joinResults(await pool.query(text, values)) },
      })
      expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true })
    }, 120_000)

    async function readVersion(): Promise<number> {
      const { rows } = await context.database.pool.query(`select version from ${JOB_SCHEMA}.version`)
      return rows[0].version
    }
  },
  { isOwn: true },
)
