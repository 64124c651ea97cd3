// Installs the dependencies when those on disk are not those of the lock file. Plain JavaScript without
// dependencies: it runs on the Node of the host, before anything is installed.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const LEAST_NODE = 20

export function requireNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= LEAST_NODE) return
  fail(`Signalen needs Node ${LEAST_NODE} or newer to start; this is Node ${version}.`)
}

export function install(root) {
  if (isInstalled(root)) return
  console.log('Installing what Signalen needs (once)…')
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) fail('Installing failed; the lines above say why.')
}

/** npm keeps beside the packages a list of what is there: that list against the lock file. */
export function isInstalled(root) {
  const listed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(listed)) return false
  const wanted = packagesOf(join(root, 'package-lock.json'))
  const present = packagesOf(listed)
  return Object.entries(wanted).every(
    ([path, { version, optional, link }]) =>
      path === '' ||
      link ||
      !path.startsWith('node_modules/') ||
      optional ||
      present[path]?.version === version,
  )
}

function packagesOf(file) {
  return JSON.parse(readFileSync(file, 'utf8')).packages ?? {}
}

/** The Node that the project pins, where it has one for this system; else the host's. */
export function pinnedNode(root) {
  const pinned = join(root, 'node_modules', '.bin', 'node')
  return existsSync(pinned) ? pinned : process.execPath
}

export function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
