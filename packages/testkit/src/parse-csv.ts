/** Reads CSV as RFC 4180 defines it, and throws on what is not: rows of cells. */
export function parseCsv(text: string, separator = ','): string[][] {
  const rows: string[][] = []
  let place = 0
  while (place < text.length) {
    const row: string[] = []
    for (;;) {
      const cell = readCell(text, place, separator)
      row.push(cell.value)
      place = cell.end
      if (text[place] !== separator) break
      place += 1
    }
    if (text.slice(place, place + 2) !== '\r\n') throw new Error(`no end of line at ${place}`)
    place += 2
    rows.push(row)
  }
  return rows
}

function readCell(text: string, start: number, separator: string): { value: string; end: number } {
  if (text[start] !== '"') {
    let end = start
    while (end < text.length && text[end] !== separator && text[end] !== '\r' && text[end] !== '\n') {
      if (text[end] === '"') throw new Error(`a quote inside a cell without quotes at ${end}`)
      end += 1
    }
    return { value: text.slice(start, end), end }
  }
  let end = start + 1
  while (text[end] !== '"' || text[end + 1] === '"') {
    if (end >= text.length) throw new Error(`a quote that is not closed at ${start}`)
    end += text[end] === '"' ? 2 : 1
  }
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 }
}

/** Rows by their headings. */
export function parseCsvRecords(text: string, separator = ','): Record<string, string>[] {
  const [headings = [], ...rows] = parseCsv(text, separator)
  return rows.map((row) => {
    if (row.length !== headings.length)
      throw new Error(`a row of ${row.length} cells under ${headings.length}`)
    return Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']))
  })
}
