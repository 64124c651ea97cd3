// Starts Signalen from its command, as an operator would for the recordings, on an empty database with the
// base data, and replays the recordings against it.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { freePort } from '../../tools/lib/postgres.mjs'
import { createPostgresDatabase } from '../lib/postgres-database.mjs'
import { judge } from './known-differences.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const contract = join(root, '..', 'shared', 'contract')
const { values: options } = parseArgs({ options: { database: { type: 'string', default: 'embedded' } } })

const dataDir = mkdtempSync(join(tmpdir(), 'signalen-contract-'))
const database = options.database === 'postgres' ? await createPostgresDatabase() : undefined
const [port, idpPort, smtpPort] = [await freePort(), await freePort(), await freePort()]
const server = startServer()
try {
  await waitUntilReady()
  process.exitCode = await replay()
} finally {
  // npm passes no signal on, so the whole group gets it, as from Ctrl-C.
  process.kill(-server.pid, 'SIGTERM')
  await new Promise((resolve) => (server.exitCode === null ? server.once('exit', resolve) : resolve()))
  await database?.drop()
  rmSync(dataDir, { recursive: true, force: true })
}

function startServer() {
  const args = ['--port', String(port), '--config', join(contract, 'base-data.json'), '--data-dir', dataDir]
  return spawn('npm', ['start', '--silent', '--', ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      ...(database ? { DATABASE_URL: database.url, DATABASE_MIGRATION_URL: database.url } : {}),
      OIDC_ISSUER: `http://127.0.0.1:${idpPort}`,
      SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
      CITIZEN_URL: 'http://127.0.0.1:3001',
      PUBLIC_RATE_LIMIT: 'off',
      ADDRESS_CHECK: 'off',
      LOG_LEVEL: 'warn',
    },
  })
}

async function waitUntilReady() {
  for (let tries = 0; tries < 300; tries += 1) {
    if (server.exitCode !== null) throw new Error(`the server ended with status ${server.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/status/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the server was not ready within a minute')
}

async function replay() {
  const results = join(dataDir, 'replay.json')
  const args = [
    '--base',
    `http://127.0.0.1:${port}`,
    '--idp-port',
    String(idpPort),
    '--smtp-port',
    String(smtpPort),
  ]
  const child = spawn(process.execPath, [join(contract, 'replay.mjs'), ...args, '--json', results], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await new Promise((resolve) => child.on('exit', resolve))
  return report(judge(JSON.parse(readFileSync(results, 'utf8'))))
}

function report({ passed, known, failed }) {
  for (const { id, differences } of failed)
    console.log(`${id}: ${differences.slice(0, 5).join(' | ') || 'no longer differs as known'}`)
  console.log(
    `contract on ${options.database}: ${passed.length} as recorded, ${known.length} with the known difference of the base data, ${failed.length} failed`,
  )
  console.log(`${passed.length + known.length} passed, ${failed.length} failed`)
  return failed.length === 0 ? 0 : 1
}
