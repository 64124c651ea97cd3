import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const page = readFileSync(join(ROOT, 'docs', 'tender.md'), 'utf8')

/** How many points each chapter of the list has. */
const POINTS = { 1: 23, 2: 40, 3: 44 }

describe('docs/tender.md', () => {
  it('answers every number, in order', () => {
    const answered = [...page.matchAll(/^\| (\d\.\d+) \|/gm)].map(([, number]) => number)
    const asked = Object.entries(POINTS).flatMap(([chapter, count]) =>
      Array.from({ length: count }, (_, index) => `${chapter}.${index + 1}`),
    )
    expect(answered).toEqual(asked)
  })

  it('says of each where to see it, or that it is not there yet', () => {
    for (const row of page.split('\n').filter((line) => /^\| \d/.test(line))) {
      expect(row).toMatch(/`[^`]+`|\*\*not yet\*\*/)
    }
  })

  it('leads to what is there', () => {
    const places = [...page.matchAll(/`([^`\s]+\/[^`\s]+)`/g)].map(([, place]) => place ?? '')
    expect(places.length).toBeGreaterThan(80)
    expect(places.filter((place) => !existsSync(join(ROOT, place)))).toEqual([])
  })
})
