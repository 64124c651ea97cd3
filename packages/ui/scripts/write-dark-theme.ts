/**
 * Writes src/styles/dark.generated.css: the neutral theme in the dark. Each colour role of the theme is a
 * ramp from light to dark; in the dark the same ramps are walked from the other end.
 * Run: node packages/ui/scripts/write-dark-theme.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const RAMPS: Readonly<Record<string, string>> = {
  default: 'grijs',
  'accent-1': 'petrol',
  'action-1': 'petrol',
  'action-2': 'petrol',
  info: 'blauw',
  positive: 'groen',
  warning: 'oranje',
  negative: 'rood',
}

const PAGE = '#10181f'
const RAISED = '#182430'

const STYLES = join(import.meta.dirname, '..', 'src', 'styles')
const THEME = createRequire(import.meta.url).resolve(
  '@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css',
)
const colours = new Map(
  [THEME, join(STYLES, 'theme.css')].flatMap((file) =>
    Array.from(
      readFileSync(file, 'utf8').matchAll(/--voorbeeld-kleuren-([\w-]+): (#[0-9a-f]{6})/g),
      (match) => [match[1] ?? '', match[2] ?? ''],
    ),
  ) as [string, string][],
)

/** Mixing towards the page keeps every surface calm and every text readable on it. */
function surface(ramp: string, percentage: number): string {
  const from = channelsOf(colours.get(`${ramp}-400`) ?? PAGE)
  const to = channelsOf(PAGE)
  const mixed = from.map(
    (channel, index) => Math.round(channel * percentage + (to[index] ?? 0) * (100 - percentage)) / 100,
  )
  return `#${mixed.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

function channelsOf(colour: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function declarationsOf(role: string, ramp: string): string[] {
  const step = (number: number) => `var(--voorbeeld-kleuren-${ramp}-${number})`
  const values: Record<string, string> = {
    'bg-document': PAGE,
    'bg-subtle': role === 'default' ? RAISED : surface(ramp, 12),
    'bg-default': surface(ramp, 22),
    'bg-hover': surface(ramp, 34),
    'bg-active': surface(ramp, 40),
    'border-subtle': surface(ramp, 60),
    'border-default': role === 'default' ? '#8594ab' : step(300),
    'border-hover': step(200),
    'border-active': step(200),
    'color-subtle': role === 'default' ? '#a9b5c6' : step(300),
    'color-default': role === 'default' ? step(200) : step(300),
    'color-hover': step(200),
    'color-active': step(200),
    'color-document': step(100),
    'inverse-bg-document': step(200),
    'inverse-bg-subtle': step(200),
    'inverse-bg-default': step(300),
    'inverse-bg-hover': step(200),
    'inverse-bg-active': step(100),
    'inverse-border-subtle': step(300),
    'inverse-border-default': step(300),
    'inverse-border-hover': step(200),
    'inverse-border-active': step(200),
    'inverse-color-subtle': step(600),
    'inverse-color-default': step(700),
    'inverse-color-hover': step(700),
    'inverse-color-active': step(700),
    'inverse-color-document': step(700),
  }
  return Object.entries(values).map(([name, value]) => `    --basis-color-${role}-${name}: ${value};`)
}

const lines = Object.entries(RAMPS).flatMap(([role, ramp]) => declarationsOf(role, ramp))
const css = `/* Written by packages/ui/scripts/write-dark-theme.ts. */
@media screen and (prefers-color-scheme: dark) {
  .voorbeeld-theme {
${lines.join('\n')}
  }
}
`
writeFileSync(join(STYLES, 'dark.generated.css'), css)
