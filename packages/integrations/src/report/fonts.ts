import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readCoverage } from './covered-text.ts'

export interface Fonts {
  readonly paths: readonly string[]
  /** Characters that both the normal and the bold type have. */
  readonly covered: ReadonlySet<number>
}

/** DejaVu Sans: easy to read, free to give along, and at home in many scripts. */
export function loadFonts(): Fonts {
  const { resolve } = createRequire(import.meta.url)
  const paths = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
    resolve(`dejavu-fonts-ttf/ttf/${name}`),
  )
  const [normal, bold] = paths.map((path) => readCoverage(readFileSync(path)))
  return { paths, covered: new Set([...(normal ?? [])].filter((code) => bold?.has(code))) }
}
