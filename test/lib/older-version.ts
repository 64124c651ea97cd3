import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const MIGRATIONS = 'packages/database/migrations'
const OWN_PACKAGES = '@signalen'
const BUILT_APPS = ['apps/citizen/dist', 'apps/employee/dist']

export interface OlderVersion {
  readonly commit: string
  readonly root: string
  remove(): void
}

/**
 * The code as it was: at what OLD_VERSION names, or before the newest migration was added. Or why it cannot be
 * had: a checkout without history has no past.
 */
export function checkOutOlderVersion(): OlderVersion | { readonly missing: string } {
  const commit = findCommit()
  if (commit === undefined)
    return { missing: 'the history of this checkout does not reach back to an older version' }
  const root = mkdtempSync(join(tmpdir(), 'signalen-older-'))
  const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 2 ** 30 })
  execFileSync('tar', ['-x', '-C', root], { input: archive })
  linkPackages(root)
  for (const built of BUILT_APPS) symlinkSync(join(ROOT, built), join(root, built))
  return { commit, root, remove: () => rmSync(root, { recursive: true, force: true }) }
}

function findCommit(): string | undefined {
  const named = process.env.OLD_VERSION
  if (named) return ask('rev-parse', '--verify', `${named}^{commit}`)
  const newest = ask('log', '-1', '--diff-filter=A', '--format=%H', '--', MIGRATIONS)
  return newest && ask('rev-parse', '--verify', `${newest}^`)
}

/** Undefined when git does not know, or is not there. */
function ask(...question: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', question, { cwd: ROOT, encoding: 'utf8' })
  return (status === 0 && stdout.trim()) || undefined
}

/** The packages of others as they are installed here, and its own ones. */
function linkPackages(root: string): void {
  const [here, there] = [join(ROOT, 'node_modules'), join(root, 'node_modules')]
  mkdirSync(join(there, OWN_PACKAGES), { recursive: true })
  for (const name of readdirSync(here))
    if (name !== OWN_PACKAGES) symlinkSync(join(here, name), join(there, name))
  for (const folder of ['packages', 'apps'])
    for (const name of readdirSync(join(root, folder)))
      symlinkSync(join(root, folder, name), join(there, OWN_PACKAGES, name))
}
