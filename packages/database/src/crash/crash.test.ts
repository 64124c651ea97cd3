import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { canTestPostgres, openTestDatabase, type TestDatabase } from '@signalen/testkit/database'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createJobQueue, createMigratedDataDir, type Database, openDatabase } from '../index.ts'
import { codeOf } from './child.ts'
import { type Child, startChild } from './child-process.ts'

const PATIENCE = { timeout: 40_000, interval: 100 }

interface SlowJobs {
  slow: { number: number }
}

describe('a process on the embedded database', () => {
  let parent: string
  let dataDir: string
  let child: Child | undefined
  let database: Database | undefined

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'signalen-crash-'))
    dataDir = path.join(parent, 'data')
    await createMigratedDataDir(dataDir, ['default'])
  }, 120_000)

  afterEach(async () => {
    await child?.kill()
    await database?.close()
    child = undefined
    database = undefined
    await rm(parent, { recursive: true, force: true })
  })

  it('keeps a second process out, and lets it in when killed', async () => {
    child = startChild({ task: 'open', address: { dataDir } })
    await child.waitFor('opened')

    const second = startChild({ task: 'open', address: { dataDir: `${dataDir}/../data` } })
    await second.waitFor('refused')
    await second.kill()
    expect(second.reports).toEqual([
      {
        type: 'refused',
        code: 'folder-in-use',
        message: expect.stringMatching(/^The data folder is in use by another/),
      },
    ])
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'folder-in-use' })

    await child.kill()
    database = await openDatabase({ dataDir })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  }, 60_000)

  it('loses nothing that was acknowledged, and leaves nothing half, when killed while writing', async () => {
    child = startChild({ task: 'write', address: { dataDir } })
    await child.waitFor('written', 300)
    await child.kill()

    database = await openDatabase({ dataDir })
    const rows = await database
      .municipality('default')
      .kysely.selectFrom('department')
      .select('code')
      .execute()
    const codes = new Set(rows.map(({ code }) => code))
    const acknowledged = child.reports.filter(({ type }) => type === 'written').length
    for (let number = 1; number <= acknowledged; number += 1) {
      expect(codes.has(codeOf(number, 'A'))).toBe(true)
    }
    expect(codes.size).toBeGreaterThanOrEqual(acknowledged * 2)
    expect([...codes].filter((code) => code.endsWith('A'))).toHaveLength(codes.size / 2)
  }, 60_000)

  it('runs the job again in which the process was killed', async () => {
    await addSlowJob(await open())
    await database?.close()
    child = startChild({ task: 'work', address: { dataDir } })
    await child.waitFor('job-started')
    await child.kill()

    expect(await workSlowJob(await open())).toEqual({ number: 1, attempt: 2 })
  }, 90_000)

  async function open(): Promise<Database> {
    database = await openDatabase({ dataDir })
    return database
  }
})

describe.skipIf(!canTestPostgres())('a worker on PostgreSQL', () => {
  let database: TestDatabase | undefined
  let child: Child | undefined

  afterEach(async () => {
    await child?.kill()
    await database?.close()
  })

  it('leaves its job to another worker when it is killed', async () => {
    database = await openTestDatabase({ kind: 'postgres' })
    await addSlowJob(database)
    child = startChild({ task: 'work', address: database.address })
    await child.waitFor('job-started')
    await child.kill()

    expect(await workSlowJob(database)).toEqual({ number: 1, attempt: 2 })
  }, 90_000)
})

async function addSlowJob(database: Database): Promise<void> {
  const queue = await openQueue(database, false)
  await database.municipality('default').transaction((trx) => queue.enqueue(trx, 'slow', { number: 1 }))
  await queue.stop()
}

async function workSlowJob(database: Database): Promise<{ number: number; attempt: number }> {
  const queue = await openQueue(database, true)
  const seen: { number: number; attempt: number }[] = []
  await queue.work('slow', async ({ data, attempt }) => {
    seen.push({ number: data.number, attempt })
  })
  try {
    return await vi.waitFor(() => {
      const [first] = seen
      if (!first) throw new Error('The job has not been run yet.')
      return first
    }, PATIENCE)
  } finally {
    await queue.stop()
  }
}

function openQueue(database: Database, works: boolean) {
  return createJobQueue<SlowJobs>(database, {
    queues: { slow: { retryDelaySeconds: 1 } },
    works,
    timing: { heartbeatSeconds: 10, superviseSeconds: 1 },
  })
}
