// Builds the two web apps when their sources changed since the last build.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, pinnedNode } from './install.mjs'

const SHARED_SOURCES = [
  'package-lock.json',
  'CHANGELOG.md',
  'docs/stories',
  'packages/ui',
  'packages/contract/src',
  'packages/domain/src',
]

/** Each Vite configuration makes one part of an app. */
export const APPS = [
  { name: 'citizen', folder: 'apps/citizen', configs: ['vite.client.config.ts', 'vite.server.config.ts'] },
  { name: 'employee', folder: 'apps/employee', configs: ['vite.config.ts'] },
]

export function build(root, { force = false } = {}) {
  for (const app of APPS) buildApp(root, app, force)
}

function buildApp(root, app, force) {
  const stamp = join(root, app.folder, 'dist', '.stamp')
  const print = fingerprint(root, [...SHARED_SOURCES, app.folder])
  if (!force && existsSync(stamp) && readFileSync(stamp, 'utf8') === print) return
  console.log(`Building the ${app.name} app…`)
  for (const config of app.configs) runVite(root, app, config)
  mkdirSync(join(root, app.folder, 'dist'), { recursive: true })
  writeFileSync(stamp, print)
}

function runVite(root, app, config) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const { status } = spawnSync(pinnedNode(root), [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    cwd: join(root, app.folder),
    stdio: 'inherit',
  })
  if (status !== 0) fail(`Building the ${app.name} app failed; the lines above say why.`)
}

function fingerprint(root, places) {
  const hash = createHash('sha256')
  for (const place of places)
    for (const file of filesOf(root, place)) hash.update(file).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function filesOf(root, place) {
  if (/\.(json|md)$/.test(place)) return [place]
  return readdirSync(join(root, place), { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name) || /\.test\.tsx?$/.test(entry.name)) return []
    const path = `${place}/${entry.name}`
    return entry.isDirectory() ? filesOf(root, path) : [path]
  })
}
