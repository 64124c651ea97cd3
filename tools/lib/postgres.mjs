// A PostgreSQL server of one's own, in its own folder and on its own port, for a test run or a measurement.
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const INSTALLED_UNDER = '/usr/lib/postgresql'

/** Tests need no durability, and are twice as fast without. */
const CARELESS = '-c fsync=off -c full_page_writes=off'

/** The programs of the newest PostgreSQL with PostGIS on this machine, or why there are none. */
export function findPostgres() {
  if (!existsSync(INSTALLED_UNDER)) return { missing: 'PostgreSQL is not installed' }
  const version = readdirSync(INSTALLED_UNDER)
    .sort((a, b) => Number(b) - Number(a))
    .find((candidate) => existsSync(`/usr/share/postgresql/${candidate}/extension/postgis.control`))
  return version ? { bin: join(INSTALLED_UNDER, version, 'bin') } : { missing: 'PostGIS is not installed' }
}

/**
 * Starts a server; `url` names its superuser. With `durable` it keeps what it confirmed, as one in service
 * does; `crash` ends it as a machine that dies, `restart` brings it back on the same data. Answers only
 * `missing`, a message, when there is none to start.
 */
export async function startPostgres({ durable = false } = {}) {
  const found = findPostgres()
  if (found.missing) return { missing: found.missing }
  const folder = mkdtempSync(join(tmpdir(), 'signalen-postgres-'))
  chmodSync(folder, 0o777)
  const data = join(folder, 'data')
  const port = await freePort()
  run([
    join(found.bin, 'initdb'),
    '-D',
    data,
    '-U',
    'signalen',
    '-A',
    'trust',
    '-E',
    'UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 ${durable ? '' : CARELESS} -c max_connections=200 -c shared_buffers=256MB`
  const control = (...args) => run([join(found.bin, 'pg_ctl'), '-D', data, '-w', ...args])
  const start = () => control('-l', join(folder, 'log'), '-o', settings, 'start')
  const crash = () => control('-m', 'immediate', 'stop')
  start()
  return {
    url: `postgres://signalen@127.0.0.1:${port}/postgres`,
    pid: Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]),
    crash,
    restart: start,
    stop() {
      if (existsSync(join(data, 'postmaster.pid'))) crash()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** PostgreSQL refuses to run as root; its own user is there for that. */
function run(command) {
  const quoted = command.map((part) => `'${part}'`).join(' ')
  const isRoot = process.getuid?.() === 0
  const done = isRoot
    ? spawnSync('su', ['postgres', '-s', '/bin/sh', '-c', quoted], { encoding: 'utf8', cwd: '/' })
    : spawnSync(command[0], command.slice(1), { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${command[0]} failed: ${done.stdout}${done.stderr}`)
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
