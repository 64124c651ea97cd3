import { describe, expect, test } from 'vitest'
import { startPostgres } from '../../tools/lib/postgres.mjs'
import { startMailServer } from '../lib/mail-server.ts'
import { expectExactly, expectMailed } from '../lib/report-checks.ts'
import { CONFIG, startWriters } from '../lib/report-writers.ts'
import { startServer } from '../lib/server.ts'

/** The short form; KILLS and WRITERS make it long. */
const KILLS = Number(process.env.KILLS ?? 1)
const WRITERS = Number(process.env.WRITERS ?? 4)
const TIMEOUT = KILLS * 40_000 + 180_000

type Fault = 'server' | 'database'

interface Scene {
  readonly name: string
  readonly database: 'embedded' | 'postgres'
  readonly dies: Fault
}

const SCENES: readonly Scene[] = [
  { name: 'the server, on the embedded database', database: 'embedded', dies: 'server' },
  { name: 'the server, on PostgreSQL', database: 'postgres', dies: 'server' },
  { name: 'PostgreSQL itself', database: 'postgres', dies: 'database' },
]

const postgres = await startPostgres({ durable: true }).then(({ missing, stop }) => {
  stop?.()
  return { isMissing: missing !== undefined && process.env.CI === undefined }
})

describe.concurrent('during writes kill -9 of', () => {
  for (const scene of SCENES) {
    test.skipIf(scene.database === 'postgres' && postgres.isMissing)(
      `${scene.name}: no acknowledged report is lost, doubled or half there, and each mail goes out`,
      () => killDuringWrites(scene),
      TIMEOUT,
    )
  }
})

async function killDuringWrites({ database, dies }: Scene): Promise<void> {
  const mailServer = await startMailServer()
  const place = database === 'postgres' ? await openPostgres() : undefined
  const environment = {
    SMTP_URL: mailServer.url,
    PUBLIC_RATE_LIMIT: 'off',
    ADDRESS_CHECK: 'off',
    ...(place ? { DATABASE_URL: place.url, DATABASE_MIGRATION_URL: place.url } : {}),
  }
  let server = await startServer({ configFile: CONFIG, environment })
  const { dataDir, port } = server
  try {
    const writers = startWriters(server.url, { count: WRITERS })
    for (let kill = 0; kill < KILLS; kill += 1) {
      await writers.untilAcknowledged(writers.acknowledged.length + WRITERS)
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 300))
      if (dies === 'server') {
        await server.kill()
        server = await startServer({ dataDir, port, configFile: CONFIG, environment })
      } else {
        place?.crash()
        place?.restart()
      }
    }
    await writers.untilAcknowledged(writers.acknowledged.length + WRITERS)
    await writers.finish()
    await expectMailed(mailServer, writers.acknowledged)
    expect(await server.stop()).toBe(0)
    await expectExactly(place ? { databaseUrl: place.url } : { dataDir }, writers.acknowledged)
  } catch (error) {
    throw new Error(`the server said:\n${server.output()}`, { cause: error })
  } finally {
    await server.kill()
    await mailServer.close()
    place?.stop()
    server.remove()
  }
}

/** One that keeps what it confirmed, to be killed without harm to other tests. */
async function openPostgres() {
  const started = await startPostgres({ durable: true })
  if (!started.url) throw new Error(started.missing)
  return started
}
