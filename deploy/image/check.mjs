// Starts the product from the files that the image would hold, as another user who may write nothing but its
// data and /tmp, in production, on a PostgreSQL server; looks whether it answers, and stops it.
import { spawn, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { pinnedNode } from '../../tools/lib/install.mjs'
import { freePort, startPostgres } from '../../tools/lib/postgres.mjs'
import { assemble } from './assemble.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** As in the Containerfile. */
const NOBODY = 65532
const MOST_MEGABYTES = 280
const READY_MILLISECONDS = 60_000
/** Who may not change what the database is made of. */
const ROLE = 'signalen_app'

const place = mkdtempSync(join(tmpdir(), 'signalen-image-'))
const app = join(place, 'app')
const postgres = await startPostgres()
if (postgres.missing) fail(postgres.missing)
let server
try {
  chmodSync(place, 0o755)
  const { packages } = assemble(app)
  const megabytes = Math.round(sizeOf(app) / 1e6)
  console.log(`The image would hold ${megabytes} MB beside Node.js, with ${packages.length} packages.`)
  expect(megabytes <= MOST_MEGABYTES, `more than the ${MOST_MEGABYTES} MB that it may hold`)
  const before = fingerprint(app)
  const environment = await prepare()
  const migrated = run(['migrate'], { ...environment, DATABASE_MIGRATION_URL: postgres.url })
  expect(migrated.status === 0, `migrating failed: ${migrated.stdout}${migrated.stderr}`)
  server = start(environment)
  await untilHealthy(environment)
  for (const path of ['/', '/manage/', '/signals/openapi.json', '/tiles/3/4/2.png']) {
    const answer = await fetch(`http://127.0.0.1:${environment.PORT}${path}`)
    expect(answer.status === 200, `${path} answered ${answer.status}`)
  }
  await reportSomething(`http://127.0.0.1:${environment.PORT}`)
  const outcome = await stop(server)
  expect(outcome.code === 0, `it ended with ${outcome.code ?? outcome.signal}`)
  expect(fingerprint(app) === before, 'it wrote in its own files')
  console.log('Started as another user on read-only files, answered, and stopped.')
} finally {
  server?.child.kill('SIGKILL')
  postgres.stop()
  rmSync(place, { recursive: true, force: true })
}

async function prepare() {
  lock(app)
  await createApplicationRole()
  const data = join(place, 'data')
  const tmp = join(place, 'tmp')
  for (const folder of [data, tmp]) {
    mkdirSync(folder)
    if (isRoot()) chownSync(folder, NOBODY, NOBODY)
  }
  return {
    NODE_ENV: 'production',
    PORT: String(await freePort()),
    METRICS_PORT: String(await freePort()),
    DATA_DIR: data,
    TMPDIR: tmp,
    HOME: tmp,
    DATABASE_URL: postgres.url.replace('//signalen@', `//${ROLE}@`),
    SECRET: randomBytes(32).toString('base64url'),
    CITIZEN_URL: 'https://melden.gemeente.example',
    SMTP_URL: 'smtp://mail.gemeente.example:587',
    OIDC_ISSUER: 'https://inloggen.gemeente.example',
    CONFIG: join(app, 'demo', 'municipality.json'),
    TILES_URL: 'built-in',
    LOG_LEVEL: 'warn',
  }
}

async function createApplicationRole() {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query(`create role ${ROLE} login`)
  await client.end()
}

/** A report that was begun without script, and one by the API: both write, with the rights of daily work. */
async function reportSomething(url) {
  const form = new FormData()
  form.set('_text', 'Er ligt een fiets in het water')
  form.set('_action', 'next')
  const headers = { origin: url }
  const begun = await fetch(url, { method: 'POST', body: form, headers, redirect: 'manual' })
  expect(begun.status === 303, `beginning a report answered ${begun.status}`)
  const [west, south, east, north] = JSON.parse(readFileSync(join(root, 'demo', 'municipality.json'), 'utf8'))
    .municipality.boundingBox
  const sent = await fetch(`${url}/signals/v1/public/signals`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      text: 'De lamp is stuk',
      location: { geometrie: { type: 'Point', coordinates: [(west + east) / 2, (south + north) / 2] } },
      category: { sub_category: '/signals/v1/public/terms/categories/overig/sub_categories/overig' },
      reporter: {},
      incident_date_start: new Date().toISOString(),
    }),
  })
  expect(sent.status === 201, `a report answered ${sent.status}: ${await sent.text()}`)
  expect(!/"level":"(error|warn)"/.test(server.output), `it complains:\n${server.output}`)
}

/** Nobody may write there, and everybody read. */
function lock(folder) {
  const done = spawnSync('chmod', ['-R', 'a+rX,a-w', folder])
  expect(done.status === 0, 'the files could not be made read-only')
}

function isRoot() {
  return process.getuid?.() === 0
}

/** Only root may run as another. */
function identity() {
  return isRoot() ? { uid: NOBODY, gid: NOBODY } : {}
}

function run(args, environment) {
  const main = join(app, 'apps', 'server', 'src', 'main.ts')
  return spawnSync(nodeForAll(), [main, ...args], {
    cwd: app,
    env: environment,
    encoding: 'utf8',
    ...identity(),
  })
}

function start(environment) {
  const main = join(app, 'apps', 'server', 'src', 'main.ts')
  const child = spawn(nodeForAll(), [main, 'start'], { cwd: app, env: environment, ...identity() })
  const state = { child, output: '', ended: undefined }
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      state.output += chunk
    })
  }
  state.end = new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      state.ended = { code, signal }
      resolve(state.ended)
    })
  })
  return state
}

/** The Node of the checkout may lie where another user may not look. */
function nodeForAll() {
  const copy = join(place, 'node')
  if (spawnSync('test', ['-x', copy]).status !== 0) spawnSync('cp', ['-L', pinnedNode(root), copy])
  chmodSync(copy, 0o755)
  return copy
}

async function untilHealthy({ METRICS_PORT }) {
  const until = Date.now() + READY_MILLISECONDS
  while (Date.now() < until) {
    if (server.ended) fail(`it ended by itself:\n${server.output}`)
    const answer = await fetch(`http://127.0.0.1:${METRICS_PORT}/status/health`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  fail(`it was not ready in time:\n${server.output}`)
}

function stop(state) {
  state.child.kill('SIGTERM')
  const late = new Promise((resolve) => setTimeout(() => resolve({ signal: 'too late' }), 15_000).unref())
  return Promise.race([state.end, late])
}

function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesOf(path) : [path]
  })
}

function sizeOf(folder) {
  return filesOf(folder).reduce((sum, path) => sum + lstatSync(path).size, 0)
}

function fingerprint(folder) {
  const hash = createHash('sha256')
  for (const path of filesOf(folder)) {
    const { size, mtimeMs } = lstatSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function expect(isTrue, sentence) {
  if (!isTrue) throw new Error(sentence)
}

function fail(sentence) {
  throw new Error(sentence)
}
