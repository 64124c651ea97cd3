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

/** A main category on a line with `#`, then lines of a subcategory with its examples, apart by ` | `. */
export function readWrittenExamples(source: string): Example[] {
  let main = ''
  return source.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) {
      main = line.slice(2).trim()
      return []
    }
    const border = line.indexOf(' ')
    if (border === -1) return []
    const category = `${main}/${line.slice(0, border)}`
    const texts = line.slice(border + 1).split(' | ')
    return texts.map((text) => ({ category, text: text.trim() })).filter((one) => one.text !== '')
  })
}
