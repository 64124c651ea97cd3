import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database.ts'
import { tidy } from './upkeep.ts'

describe('the embedded database', () => {
  let parent: string
  let dataDir: string
  let database: Database | undefined

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'signalen-embedded-'))
    dataDir = path.join(parent, 'data')
  })

  afterEach(async () => {
    await database?.close()
    database = undefined
    await rm(parent, { recursive: true, force: true })
  })

  it('keeps what was written when it is closed and opened again', async () => {
    database = await openDatabase({ dataDir })
    await database.pool.query(`create table note as select 'kept' as text`)
    await database.close()
    database = await openDatabase({ dataDir })
    expect((await database.pool.query('select text from note')).rows).toEqual([{ text: 'kept' }])
  }, 120_000)

  it('starts over when the copy for a new folder was broken off', async () => {
    await mkdir(path.join(dataDir, 'database.new', 'base'), { recursive: true })
    database = await openDatabase({ dataDir })
    expect((await database.pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  }, 60_000)

  it('refuses a folder that another version of the engine made', async () => {
    await mkdir(path.join(dataDir, 'database'), { recursive: true })
    await writeFile(path.join(dataDir, 'database', 'PG_VERSION'), '19\n')
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'folder-unusable' })
  })

  it('refuses a folder that cannot be made', async () => {
    await writeFile(dataDir, 'a file')
    await expect(openDatabase({ dataDir: path.join(dataDir, 'inside') })).rejects.toMatchObject({
      code: 'folder-unusable',
    })
  })

  it('says so when its files are damaged, and lets go of the folder', async () => {
    database = await openDatabase({ dataDir })
    await database.close()
    const control = path.join(dataDir, 'database', 'global', 'pg_control')
    await cp(control, `${parent}/control`)
    await writeFile(control, 'damaged')
    await expect(openDatabase({ dataDir })).rejects.toMatchObject({ code: 'engine-stopped' })
    await cp(`${parent}/control`, control)
    database = await openDatabase({ dataDir })
  }, 60_000)

  it('answers queries with a clear error once the engine has died', async () => {
    const engine = Promise.withResolvers<Worker>()
    process.once('worker', engine.resolve)
    const told: Error[] = []
    database = await openDatabase({ dataDir, onError: (error) => told.push(error) })
    const running = database.pool.query('select count(*) from generate_series(1, 50000000)')
    await (await engine.promise).terminate()

    await expect(running).rejects.toMatchObject({ code: 'engine-stopped' })
    await expect(database.pool.query('select 1')).rejects.toMatchObject({
      code: 'engine-stopped',
      message: expect.stringMatching(/^The embedded database stopped: /),
    })
    expect(told).toHaveLength(1)
  }, 60_000)

  it('tells who waits that a transaction stays open, and can still be closed', async () => {
    database = await openDatabase({ dataDir, connectionTimeoutMs: 300 })
    await database.pool.query('create table note (text text)')
    const forgotten = await database.pool.connect()
    await forgotten.query('begin')
    await forgotten.query(`insert into note values ('never committed')`)
    await expect(database.pool.query('select 1')).rejects.toMatchObject({ code: 'no-connection-free' })
    await database.close()

    database = await openDatabase({ dataDir })
    expect((await database.pool.query('select * from note')).rows).toEqual([])
  }, 60_000)

  it('gives the next connection a clean session', async () => {
    database = await openDatabase({ dataDir })
    const first = await database.pool.connect()
    await first.query({ name: 'prepared', text: 'select 1 as one' })
    await first.query('begin')
    await first.query('set search_path = pg_catalog')
    first.release(true)

    const { rows } = await database.pool.query(`select current_setting('search_path') as path`)
    expect(rows).toEqual([{ path: 'public' }])
    expect((await database.pool.query({ name: 'prepared', text: 'select 2 as two' })).rows).toEqual([
      { two: 2 },
    ])
  }, 60_000)

  it('keeps its statistics up to date and its log short', async () => {
    database = await openDatabase({ dataDir })
    await database.pool.query(
      `create table filler as select repeat('x', 1000) as text from generate_series(1, 1000)`,
    )
    await tidy(database.pool)
    const { rows } = await database.pool.query(`
      select (select reltuples from pg_class where relname = 'filler') as counted,
        pg_current_wal_lsn() - (select redo_lsn from pg_control_checkpoint()) < 100000 as is_short`)
    expect(rows).toEqual([{ counted: 1_000, is_short: true }])
  }, 60_000)
})
