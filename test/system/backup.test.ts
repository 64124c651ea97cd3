import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { CONFIG, newReport, postReport } from '../lib/report-writers.ts'
import { runUntilEnd, startServer } from '../lib/server.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PHOTO = join(ROOT, 'demo', 'photos', 'bicycle-wreck.jpg')
const REPORTS = 40

/** The drill: `npm run drill`. It takes half a minute. */
describe.skipIf(!process.env.TEST_DATABASE_URL || !process.env.LONG)('a backup', () => {
  const place = mkdtempSync(join(tmpdir(), 'signalen-drill-'))
  const backup = join(place, 'backup')
  let [before, after]: { url: string; drop(): Promise<void> }[] = []
  beforeAll(async () => {
    before = await createPostgresDatabase()
    after = await createPostgresDatabase()
  })
  afterAll(async () => {
    rmSync(place, { recursive: true, force: true })
    await Promise.all([before?.drop(), after?.drop()])
  })

  const environmentOf = (database: { url: string } | undefined, name: string) => ({
    DATABASE_URL: database?.url ?? '',
    DATABASE_MIGRATION_URL: database?.url ?? '',
    DATA_DIR: join(place, name),
  })

  function script(name: string, environment: Record<string, string>) {
    const path = join(ROOT, 'deploy', 'backup', name)
    return spawnSync('sh', [path, backup], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, ...environment },
    })
  }

  async function fingerprint(environment: Record<string, string>) {
    const { status, output } = await runUntilEnd(['data', 'fingerprint', '--files'], environment)
    expect(status, output).toBe(0)
    return output.trim().split('\n')
  }

  async function addPhoto(url: string, uuid: string) {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(readFileSync(PHOTO))], { type: 'image/jpeg' }), 'fiets.jpg')
    const answer = await fetch(`${url}/signals/v1/public/signals/${uuid}/attachments`, {
      method: 'POST',
      body: form,
    })
    expect(answer.status).toBe(201)
  }

  test('put back elsewhere holds every row and every file, and works', async () => {
    const first = environmentOf(before, 'first')
    const quiet = { PUBLIC_RATE_LIMIT: 'off', ADDRESS_CHECK: 'off', SMTP_URL: 'smtp://127.0.0.1:9' }
    const server = await startServer({
      dataDir: first.DATA_DIR,
      configFile: CONFIG,
      environment: { ...first, ...quiet },
    })
    for (let sent = 0; sent < REPORTS; sent++) {
      const { uuid } = await postReport(server.url, newReport())
      if (sent % 5 === 0) await addPhoto(server.url, uuid)
    }
    expect(await server.stop()).toBe(0)
    const original = await fingerprint(first)
    expect(original).toContainEqual(expect.stringMatching(new RegExp(`\\.signal ${REPORTS} `)))
    expect(original.at(-1)).toMatch(/^files of default 16 /)

    const made = script('backup.sh', first)
    expect(made.status, made.stderr).toBe(0)
    const second = environmentOf(after, 'second')
    const restored = script('restore.sh', second)
    expect(restored.status, restored.stderr).toBe(0)
    expect(await fingerprint(second)).toEqual(original)
    expect(script('restore.sh', second).stderr).toContain('already')

    const again = await startServer({
      dataDir: second.DATA_DIR,
      configFile: CONFIG,
      environment: { ...second, ...quiet },
    })
    await postReport(again.url, newReport())
    expect(await again.stop()).toBe(0)
    again.remove()
  })

  test('that was damaged, or a restore that lost something, is seen', async () => {
    const second = environmentOf(after, 'third')
    const original = await fingerprint(environmentOf(before, 'first'))
    const client = new pg.Client({ connectionString: before?.url })
    await client.connect()
    await client.query("update municipality_default.signal set text = text || '.' where id = 7")
    await client.end()
    const changed = await fingerprint(environmentOf(before, 'first'))
    expect(changed.filter((line, index) => line !== original[index])).toHaveLength(1)
    writeFileSync(join(backup, 'database.dump'), 'x', { flag: 'a' })
    expect(script('restore.sh', second).status).not.toBe(0)
  })
})
