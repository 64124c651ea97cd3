import { randomBytes } from 'node:crypto'
import {
  canTestPostgres,
  findAdminUrl,
  openTestDatabase,
  type TestDatabase,
} from '@signalen/testkit/database'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from './connection/database.ts'
import { createDepartment } from './connection/test-data.ts'
import { listFailedJobs } from './jobs/failed-jobs.ts'
import { createJobQueue } from './jobs/job-queue.ts'
import { startDatabase } from './start-database.ts'

const PATIENCE = { timeout: 15_000, interval: 50 }

describe.skipIf(!canTestPostgres())('starting with an owner and an application role (PostgreSQL)', () => {
  const suffix = randomBytes(4).toString('hex')
  const roles = { owner: `signalen_test_owner_${suffix}`, application: `signalen_test_app_${suffix}` }
  let empty: TestDatabase
  let admin: Database
  let addresses: Record<keyof typeof roles, string>
  let database: Database

  beforeAll(async () => {
    empty = await openTestDatabase({ kind: 'postgres', isMigrated: false })
    admin = await openDatabase({ databaseUrl: findAdminUrl(), poolSize: 1 })
    const { pathname } = new URL(empty.address.databaseUrl ?? '')
    const name = pathname.slice(1)
    for (const role of Object.values(roles))
      await admin.pool.query(`create role ${role} login password 'test'`)
    await admin.pool.query(`alter database ${name} owner to ${roles.owner}`)
    // Only an administrator may make this one; the others the owner makes.
    await empty.pool.query('create extension postgis with schema public')
    addresses = {
      owner: addressFor(empty.address.databaseUrl ?? '', roles.owner),
      application: addressFor(empty.address.databaseUrl ?? '', roles.application),
    }
  }, 60_000)

  afterAll(async () => {
    await database?.close()
    await empty?.close()
    for (const role of Object.values(roles)) await admin?.pool.query(`drop role if exists ${role}`)
    await admin?.close()
  })

  it('refuses without the owner while the database is not ready', async () => {
    await expect(startDatabase({ databaseUrl: addresses.application })).rejects.toMatchObject({
      code: 'older-database',
    })
  })

  it('migrates with the address of the owner, and works with that of the application', async () => {
    database = await startDatabase({ databaseUrl: addresses.application, migrationUrl: addresses.owner })
    const { rows } = await database.pool.query('select current_user as role')
    expect(rows).toEqual([{ role: roles.application }])
    await database.close()
    database = await startDatabase({ databaseUrl: addresses.application })
  }, 30_000)

  it('lets the application read and write', async () => {
    const municipality = database.municipality('default')
    await municipality.transaction((trx) => createDepartment(trx, 'AAA'))
    await municipality.kysely.updateTable('department').set({ name: 'Other' }).execute()
    expect(await municipality.kysely.selectFrom('department').select('name').execute()).toEqual([
      { name: 'Other' },
    ])
    await municipality.kysely.deleteFrom('department').execute()
  })

  it.each([
    'create table public.mine (id int)',
    'create schema mine',
    'create table municipality_default.mine (id int)',
    'alter table municipality_default.department add column mine int',
    'drop table municipality_default.department',
    'truncate municipality_default.department',
    `insert into signalen.municipality (key, schema_name) values ('mine', 'mine')`,
    'delete from signalen.migration',
    'drop table signalen_jobs.job',
  ])('does not let the application do: %s', async (statement) => {
    await expect(database.pool.query(statement)).rejects.toMatchObject({
      code: expect.stringMatching(/^42501$/),
    })
  })

  it.each(['delete from %', "update % set created_by = 'x'"])(
    'does not let the application change what was told: %s',
    async (statement) => {
      const { pool } = database
      await pool.query(
        `insert into municipality_default.object_history (object_type, object_id, created_at) values ('user', 1, now())`,
      )
      await expect(
        pool.query(statement.replace('%', 'municipality_default.object_history')),
      ).rejects.toMatchObject({ code: '42501' })
    },
  )

  it('lets the application use the job queue from end to end', async () => {
    const errors: Error[] = []
    const queue = await createJobQueue<{ greet: { number: number } }>(database, {
      queues: { greet: { retryLimit: 0 } },
      works: true,
      onError: (error) => errors.push(error),
      timing: { superviseSeconds: 1, cronSeconds: 1 },
    })
    const done: number[] = []
    let isBroken = true
    await queue.work('greet', async ({ data }) => {
      if (isBroken) throw new Error('broken')
      done.push(data.number)
    })
    await queue.schedule('greet', '0 3 1 1 *', { municipality: 'default', data: { number: 0 } })
    await database.municipality('default').transaction((trx) => queue.enqueue(trx, 'greet', { number: 1 }))
    const failed = await vi.waitFor(async () => {
      const [first] = await listFailedJobs(database)
      if (!first) throw new Error('not failed yet')
      return first
    }, PATIENCE)
    isBroken = false
    await queue.retryJob(failed.id)
    await vi.waitFor(() => expect(done).toEqual([1]), PATIENCE)
    await new Promise((resolve) => setTimeout(resolve, 2_500))
    await queue.stop()
    expect(errors).toEqual([])
  }, 40_000)

  it('migrates when both addresses are the same', async () => {
    const same = await startDatabase({
      databaseUrl: addresses.owner,
      migrationUrl: addresses.owner,
      municipalities: ['beekdam'],
    })
    await createDepartment(same.municipality('beekdam'), 'BBB')
    await same.close()
  })
})

function addressFor(url: string, role: string): string {
  const changed = new URL(url)
  changed.username = role
  changed.password = 'test'
  return changed.href
}
