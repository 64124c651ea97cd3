import { openTestDatabase, type TestDatabase } from '@signalen/testkit/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

describe.skipIf(!process.env.TEST_DATABASE_URL && !process.env.CI)('a connection that breaks', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await openTestDatabase({ kind: 'postgres' })
  })
  afterAll(() => database.close())

  it('while somebody has it fails what they do, and nothing else', async () => {
    const holder = await database.pool.connect()
    const { rows } = await holder.query('select pg_backend_pid() as pid')
    const ended = new Promise((resolve) => holder.once('end', resolve))
    await database.pool.query('select pg_terminate_backend($1)', [rows[0].pid])
    await ended
    await expect(holder.query('select 1')).rejects.toThrow()
    holder.release()
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  })
})
