// Which installed packages a workspace needs to run, by the lock file.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * `packages`: the folders of what was installed. `workspaces`: the project's own packages among what is needed.
 */
export function listNeededPackages(root, { from, without = [], also = [] }) {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const found = new Set()
  const workspaces = new Map()
  const waiting = [from, ...also.map((name) => `node_modules/${name}`)]
  while (waiting.length > 0) {
    const path = waiting.pop()
    if (found.has(path) || without.includes(path)) continue
    found.add(path)
    for (const [name, isOptional] of neededBy(locked[path])) {
      const place = resolve(locked, path, name)
      const entry = place && locked[place]
      if (!entry || (isOptional && !existsSync(join(root, place)))) {
        if (isOptional) continue
        throw new Error(`${path} needs ${name}, which is not in the lock file`)
      }
      if (entry.link) workspaces.set(name, entry.resolved)
      waiting.push(entry.link ? entry.resolved : place)
    }
  }
  return {
    packages: [...found].filter((path) => path.includes('node_modules/')).toSorted(),
    workspaces: [...workspaces]
      .filter(([, path]) => !without.includes(path))
      .map(([name, path]) => ({ name, path })),
  }
}

function neededBy(entry) {
  if (!entry) return []
  const optionalPeers = entry.peerDependenciesMeta ?? {}
  return [
    ...Object.keys(entry.dependencies ?? {}).map((name) => [name, false]),
    ...Object.keys(entry.optionalDependencies ?? {}).map((name) => [name, true]),
    ...Object.keys(entry.peerDependencies ?? {})
      .filter((name) => !optionalPeers[name]?.optional)
      .map((name) => [name, true]),
  ]
}

/** As Node looks for it: beside whoever asks, and then each folder further up. */
function resolve(locked, path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (locked[place]) return place
    if (folder === '') return undefined
  }
}
