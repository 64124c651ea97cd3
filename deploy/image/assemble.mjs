// Puts together what the container image holds under /app: sources that run, built apps, and the packages that
// these need. `node deploy/image/assemble.mjs FOLDER`, after `npm ci` and `npm run build`. No container engine.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { listNeededPackages } from './needed-packages.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** What runs; the web apps only as they were built. */
const PARTS = [
  'package.json',
  'LICENSE.md',
  'apps/server/package.json',
  'apps/server/src',
  'apps/citizen/package.json',
  'apps/citizen/dist',
  'apps/employee/package.json',
  'apps/employee/dist',
  ...['api', 'classification', 'contract', 'database', 'domain', 'integrations', 'services'].flatMap(
    (name) => [`packages/${name}/package.json`, `packages/${name}/src`],
  ),
  'packages/database/migrations',
  'packages/classification/knowledge',
  'packages/classification/model',
  'demo',
]

/** The citizen site is one built file, which finds these beside it. */
const NEEDED_BY_BUILT_APPS = ['@fastify/cookie', '@fastify/multipart', '@fastify/static']

const LEFT_OUT = /\.test\.tsx?$|\.map$|\.d\.[cm]?ts$|(^|\/)\.stamp$/

export function assemble(target) {
  rmSync(target, { recursive: true, force: true })
  for (const part of PARTS) copy(part, target)
  const needed = listNeededPackages(root, {
    from: 'apps/server',
    without: ['apps/citizen', 'apps/employee'],
    also: NEEDED_BY_BUILT_APPS,
  })
  for (const path of needed.packages) copy(path, target)
  for (const { name, path } of needed.workspaces) linkWorkspace(target, name, path)
  writeFileSync(join(target, 'sbom.cdx.json'), billOfMaterials())
  return needed
}

function copy(part, target) {
  const from = join(root, part)
  mkdirSync(dirname(join(target, part)), { recursive: true })
  cpSync(from, join(target, part), { recursive: true, filter: (path) => isKept(path.slice(from.length)) })
}

function isKept(path) {
  return !LEFT_OUT.test(path) && !/\/(node_modules)(\/|$)/.test(path)
}

/** As npm does, but as a file that leads there: an image needs no links. */
function linkWorkspace(target, name, path) {
  const folder = join(target, 'node_modules', name)
  const { exports, version } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'))
  const entry = exports?.['.']
  if (typeof entry !== 'string' || !existsSync(join(root, path, entry))) return
  mkdirSync(folder, { recursive: true })
  const way = `${'../'.repeat(name.split('/').length + 1)}${path}/${entry.replace('./', '')}`
  writeFileSync(join(folder, 'index.js'), `export * from '${way}'\n`)
  writeFileSync(
    join(folder, 'package.json'),
    `${JSON.stringify({ name, version, type: 'module', exports: './index.js' })}\n`,
  )
}

/** CycloneDX, of everything that production needs, what was built into the web apps included. */
function billOfMaterials() {
  const args = ['sbom', '--package-lock-only', '--omit', 'dev', '--sbom-format', 'cyclonedx']
  const made = spawnSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' })
  if (made.status !== 0) throw new Error(`npm sbom failed: ${made.stderr}`)
  return made.stdout
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target] = process.argv.slice(2)
  if (!target) {
    console.error('Name the folder to fill: node deploy/image/assemble.mjs FOLDER')
    process.exit(1)
  }
  const { packages } = assemble(target)
  console.log(`${target}: the product with ${packages.length} packages.`)
}
