export interface CsvLine {
  /** In the file, from 1; a field with line ends in it makes these skip. */
  readonly number: number
  readonly fields: readonly string[]
}

/** Lines of a CSV file, with `;`, `,` or a tab between fields, whichever the first line has most of. */
export function readCsv(text: string): CsvLine[] {
  const content = text.replace(/^\uFEFF/, '')
  const separator = findSeparator(content)
  const lines: CsvLine[] = []
  let fields: string[] = []
  let field = ''
  let isQuoted = false
  let number = 1
  let start = 1
  const endField = () => {
    fields.push(field.trim())
    field = ''
  }
  const endLine = () => {
    endField()
    if (fields.some((one) => one !== '')) lines.push({ number: start, fields })
    fields = []
  }
  for (let place = 0; place < content.length; place += 1) {
    const character = content[place] ?? ''
    if (isQuoted && character === '"' && content[place + 1] === '"') {
      field += '"'
      place += 1
    } else if (character === '"' && (isQuoted || field.trim() === '')) {
      isQuoted = !isQuoted
      if (isQuoted) field = ''
    } else if (!isQuoted && character === separator) endField()
    else if (!isQuoted && character === '\n') {
      endLine()
      number += 1
      start = number
    } else if (isQuoted || character !== '\r') {
      field += character
      if (character === '\n') number += 1
    }
  }
  endLine()
  return lines
}

function findSeparator(text: string): string {
  const first = text.split('\n', 1)[0] ?? ''
  const count = (character: string) => first.split(character).length
  return [';', ',', '\t'].reduce((best, one) => (count(one) > count(best) ? one : best))
}
