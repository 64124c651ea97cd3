import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly resolved?: string
  readonly link?: boolean
}

const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'),
)

/** npm leaves out what it could not find while it wrote the lock file, and then refuses to install from it. */
test('the lock file names every package that a clean install asks for, also of other systems', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  )
  expect(missing).toEqual([])
})

/** In the folder of the package itself, or of one above it. */
function isLocked(path: string, name: string): boolean {
  const folders = path.split('/node_modules/')
  return folders
    .map((_, index) => folders.slice(0, index + 1).join('/node_modules/'))
    .concat('')
    .some(
      (folder) => lock.packages[folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`],
    )
}

test('the lock file holds no address of a registry', () => {
  const addressed = Object.entries(lock.packages).filter(
    ([, { resolved, link }]) => resolved !== undefined && !link,
  )
  expect(addressed.map(([path]) => path)).toEqual([])
})
