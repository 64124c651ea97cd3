import { hashText } from '../features/hash.ts'
import { createRandom, shuffle } from '../model/random.ts'
import type { Example } from '../model/types.ts'

/** Lines of `{"category": "main/sub", "text": "…"}`; a line that is not that is named in the error. */
export function readJsonLines(source: string): Example[] {
  return source.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    const row = parseRow(line)
    if (row === undefined) throw new Error(`Line ${index + 1} is not {"category":"main/sub","text":"…"}.`)
    return [row]
  })
}

function parseRow(line: string): Example | undefined {
  try {
    const { category, text } = JSON.parse(line) as { category?: unknown; text?: unknown }
    return typeof category === 'string' && typeof text === 'string' ? { category, text } : undefined
  } catch {
    return undefined
  }
}

/**
 * A main category on a line with `#`, then lines of a subcategory with its examples, apart by ` | `. Categories
 * that mean the same share a line, apart by a comma: `subcategory,other-main/subcategory`.
 */
export function readWrittenExamples(source: string): Example[] {
  let main = ''
  return source.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) {
      main = line.slice(2).trim()
      return []
    }
    const border = line.indexOf(' ')
    if (border === -1) return []
    const categories = line
      .slice(0, border)
      .split(',')
      .map((name) => (name.includes('/') ? name : `${main}/${name}`))
    const texts = line
      .slice(border + 1)
      .split(' | ')
      .flatMap(expandSlots)
    return categories.flatMap((category) => texts.map((text) => ({ category, text })))
  })
}

const SLOT = /\[([^\]]+)\]/g
const ROUNDS_PER_SLOT = 2

/**
 * `the [bin/can] is [full/broken]` stands for several texts: not every combination, but each choice about twice,
 * every time beside other ones.
 */
export function expandSlots(template: string): string[] {
  const slots = [...template.matchAll(SLOT)].map((match) => (match[1] ?? '').split('/'))
  const combinations = slots.reduce((product, choices) => product * choices.length, 1)
  const longest = Math.max(1, ...slots.map((choices) => choices.length))
  const count = Math.min(combinations, longest * ROUNDS_PER_SLOT)
  const random = createRandom(hashText(template, 0))
  const picks = slots.map((choices) => pickEvenly(choices, count, random))
  const texts = Array.from({ length: count }, (_, index) => {
    let slot = 0
    return template.replace(SLOT, () => picks[slot++]?.[index] ?? '').trim()
  })
  return [...new Set(texts)].filter((text) => text !== '')
}

/** Goes through the choices again and again, each time in another order. */
function pickEvenly(choices: readonly string[], count: number, random: () => number): string[] {
  const picked: string[] = []
  while (picked.length < count) {
    const order = [...choices]
    shuffle(order, random)
    picked.push(...order)
  }
  return picked.slice(0, count)
}
