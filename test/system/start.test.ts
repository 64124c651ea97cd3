import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { documentVariables } from '../../apps/server/src/configuration/document-variables.ts'
import { runUntilEnd, type Server, startServer } from '../lib/server.ts'

const folder = mkdtempSync(join(tmpdir(), 'signalen-start-'))
const servers: Server[] = []

afterAll(async () => {
  for (const server of servers) {
    await server.stop()
    server.remove()
  }
  rmSync(folder, { recursive: true, force: true })
})

/** One clear sentence: no stack, and the status says that it went wrong. */
function expectSentence(run: { status: number | null; output: string }, words: RegExp): void {
  expect(run.output).toMatch(words)
  expect(run.output).not.toMatch(/\n\s+at /)
  expect(run.status).toBe(1)
}

describe('a start that cannot be', () => {
  test('a port in use is named', async () => {
    const other = createServer()
    await new Promise<void>((done) => other.listen(0, '127.0.0.1', done))
    const address = other.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const run = await runUntilEnd(['start', '--port', port, '--data-dir', join(folder, 'port')])
    expectSentence(run, new RegExp(`Port ${port} is in use`))
    other.close()
  })

  test('a configuration file that is not there is named', async () => {
    const run = await runUntilEnd([
      'start',
      '--config',
      join(folder, 'none.json'),
      '--data-dir',
      join(folder, 'none'),
    ])
    expectSentence(run, /none\.json cannot be found/)
  })

  test('every fault of a configuration file is named with its line', async () => {
    const file = join(folder, 'faulty.json')
    writeFileSync(
      file,
      '{\n  "format": "signalen-configuration",\n  "version": 1,\n  "departments": [{ "code": "LANG" }]\n}\n',
    )
    const run = await runUntilEnd([
      'start',
      '--port',
      '0',
      '--config',
      file,
      '--data-dir',
      join(folder, 'faulty'),
    ])
    expectSentence(run, /line 4, column \d+: departments\[0\]\.\w+ .+/)
  })

  test('a wrong variable is named, a secret one without its value', async () => {
    const run = await runUntilEnd(['start'], { PORT: 'veel', SECRET: 'kort' })
    expectSentence(run, /PORT: "veel" cannot be used/)
    expect(run.output).toMatch(/SECRET: the value cannot be used/)
    expect(run.output).not.toContain('kort')
  })

  test('production refuses the embedded database unless told', async () => {
    const environment = {
      NODE_ENV: 'production',
      SECRET: 'x'.repeat(32),
      CITIZEN_URL: 'https://melden.gemeente.example',
      SMTP_URL: 'smtp://127.0.0.1:1',
      OIDC_ISSUER: 'https://inloggen.gemeente.example',
    }
    expectSentence(await runUntilEnd(['start', '--data-dir', join(folder, 'p')], environment), /DATABASE_URL/)
  })
})

describe('a running server', () => {
  test('refuses a second one on its data folder, and answers the command line itself', async () => {
    const server = await startServer()
    servers.push(server)
    const second = await runUntilEnd(['start', '--port', '0', '--data-dir', server.dataDir])
    expectSentence(second, /in use/i)
    const exported = await runUntilEnd(['config', 'export', '--data-dir', server.dataDir])
    expect(exported.status).toBe(0)
    expect(JSON.parse(exported.output).format).toBe('signalen-configuration')
  })

  test('starts again within five seconds and keeps what it had', async () => {
    const first = servers[0]
    if (!first) throw new Error('the first test did not start a server')
    const before = await listCategories(first.url)
    expect(await first.stop()).toBe(0)
    const begin = Date.now()
    const again = await startServer({ dataDir: first.dataDir })
    servers[0] = again
    expect(Date.now() - begin).toBeLessThan(process.env.CI ? 30_000 : 5_000)
    expect(await listCategories(again.url)).toEqual(before)
  })

  test('says where everything is', () => {
    const output = servers[0]?.output() ?? ''
    for (const place of ['/manage', '/mailbox', '/signals/docs']) expect(output).toContain(place)
    expect(output).toMatch(/embedded database/)
  })
})

async function listCategories(url: string): Promise<unknown> {
  const answer = await fetch(`${url}/signals/v1/public/terms/categories`)
  const { count } = (await answer.json()) as { count: number }
  return count
}

test('the page about configuration says what the code says', () => {
  const root = join(import.meta.dirname, '..', '..')
  expect(readFileSync(join(root, 'docs', 'configuration.md'), 'utf8')).toBe(documentVariables())
})
