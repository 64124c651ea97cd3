import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

/**
 * Which room may know which: the table of docs/architecture.md. Tests and the testkit may look anywhere.
 * A package is entered through its index only.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'packages/domain': [],
  'packages/contract': ['domain'],
  'packages/classification': ['domain'],
  'packages/database': ['domain'],
  'packages/services': ['domain', 'classification', 'database'],
  'packages/integrations': ['domain', 'services', 'classification'],
  'packages/api': ['domain', 'services', 'contract'],
  'packages/ui': ['domain', 'contract'],
  'apps/citizen': ['domain', 'contract', 'ui'],
  'apps/employee': ['domain', 'contract', 'ui'],
}

const root = resolve(import.meta.dirname, '..')

interface Import {
  readonly file: string
  readonly target: string
}

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return ['node_modules', 'dist'].includes(entry.name) ? [] : sourceFiles(path)
    return /\.(ts|tsx|mts)$/.test(entry.name) ? [path] : []
  })
}

const IMPORT_PATTERN =
  /^\s*(?:import|export)\b[^'";]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/^\s*(\/\/|\*).*$/gm, '')
  return [...text.matchAll(IMPORT_PATTERN)].map((match) => ({
    file,
    target: match[1] ?? match[2] ?? match[3] ?? '',
  }))
}

function isTest(file: string): boolean {
  return (
    /\.test\.tsx?$/.test(file) ||
    /\/(test-|arbitrar|examples\.ts)/.test(file) ||
    file.includes('/dev/') ||
    file.includes('/test/')
  )
}

function roomImports(room: string): Import[] {
  return sourceFiles(`${room}/src`)
    .filter((file) => !isTest(file))
    .flatMap(importsOf)
}

describe.each(Object.entries(MAY_IMPORT))('%s', (room, allowed) => {
  const imports = roomImports(room)

  test('imports only the rooms that it may know', () => {
    const wrong = imports.filter(({ target }) => {
      const [, other] = /^@signalen\/([\w-]+)/.exec(target) ?? []
      return other !== undefined && !allowed.includes(other)
    })
    expect(wrong).toEqual([])
  })

  test('enters other rooms through their index', () => {
    const deep = imports.filter(({ file, target }) => {
      if (/^@signalen\/[\w-]+\//.test(target)) return !/\.(css|json)$/.test(target)
      // Documents are no room: the app shows them as they are.
      if (target.endsWith('.md?raw')) return false
      const leaves =
        target.startsWith('.') && !resolve(root, dirname(file), target).startsWith(join(root, room))
      return leaves
    })
    expect(deep).toEqual([])
  })

  test('declares what it imports', () => {
    const manifest = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'))
    const declared = Object.keys(manifest.dependencies ?? {})
    const used = imports.map(({ target }) => target).filter((target) => !/^(\.|node:|virtual:)/.test(target))
    const packages = used.map((target) =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/'),
    )
    expect([...new Set(packages)].filter((name) => !declared.includes(name))).toEqual([])
  })
})

test('the domain knows no clock, no chance and no outside world', () => {
  const impure = sourceFiles('packages/domain/src')
    .filter((file) => !isTest(file))
    .filter((file) =>
      /\bDate\.now\(|new Date\(\)|Math\.random\(|from 'node:(fs|net|http)/.test(
        readFileSync(join(root, file), 'utf8'),
      ),
    )
  expect(impure).toEqual([])
})

test('no file imports itself in a circle', () => {
  const files = Object.keys(MAY_IMPORT)
    .flatMap((room) => sourceFiles(`${room}/src`))
    .filter((file) => !isTest(file))
  const graph = new Map(files.map((file) => [file, valueImports(file)]))
  expect(findCircle(graph)).toEqual([])
})

/** Types are gone when the code runs, so that they may point both ways. */
function valueImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8').replace(/(import|export) type [^;]*?from '[^']+'/gs, '')
  return [...text.matchAll(/from '(\.[^']+)'/g)].map((match) =>
    relative(root, resolve(root, dirname(file), match[1] ?? '')),
  )
}

function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const path: string[] = []
  function visit(file: string): string[] {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return []
    path.push(file)
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next)
      if (circle.length > 0) return circle
    }
    path.pop()
    done.add(file)
    return []
  }
  for (const file of graph.keys()) {
    const circle = visit(file)
    if (circle.length > 0) return circle
  }
  return []
}
