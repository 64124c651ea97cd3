import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const STATE = new URL('../../apps/citizen/src/accessibility/state.ts', import.meta.url)

/** What was found on each page, over all devices. */
const looks = new Map<string, Set<string>>()

export function noteLook(url: string, violations: readonly string[]): void {
  const page = pageOf(url)
  const known = looks.get(page) ?? new Set()
  for (const violation of violations) known.add(violation.split(':', 1)[0] ?? violation)
  looks.set(page, known)
}

/** The address without what differs from visitor to visitor. */
function pageOf(url: string): string {
  return new URL(url).pathname.replace(/\/(?:[0-9a-f-]{20,}|[\w-]{40,}|[A-Z]+-\d+|onbekend)(?=\/|$)/g, '/…')
}

/** For the accessibility statement of the site, which tells what the tests of its version saw. */
export function writeAccessibilityState(): void {
  if (process.env.ACCESSIBILITY_STATE !== 'write' || looks.size === 0) return
  const require = createRequire(import.meta.resolve('@axe-core/playwright'))
  const { version } = JSON.parse(readFileSync(require.resolve('axe-core/package.json'), 'utf8'))
  const pages = [...looks.keys()].toSorted()
  const violations = [...looks].flatMap(([page, rules]) => [...rules].map((rule) => ({ rule, page })))
  const state = {
    checkedOn: new Date().toISOString().slice(0, 10),
    tool: `axe-core ${version}`,
    pages,
    violations,
  }
  const head = readFileSync(STATE, 'utf8').split('export const', 1)[0]
  writeFileSync(STATE, `${head}export const ACCESSIBILITY_STATE: AccessibilityState = ${present(state)}\n`)
}

/** As the formatter leaves it. */
function present(state: object): string {
  return JSON.stringify(state, null, 2)
    .replace(/^(\s*)"(\w+)":/gm, '$1$2:')
    .replaceAll('"', "'")
    .replace(/(['\]}])\n/g, '$1,\n')
    .replace(/,\n$/, '\n')
    .replace(/},$/, '}')
}
