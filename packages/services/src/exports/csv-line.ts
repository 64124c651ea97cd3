/** RFC 4180: commas, lines that end in CR LF, quotes only around what needs them. */
export function toCsvLine(cells: readonly (string | null)[], separator = ','): string {
  return `${cells.map((cell) => quoteCell(cell ?? '', separator)).join(separator)}\r\n`
}

function quoteCell(cell: string, separator: string): string {
  const needsQuotes = cell.includes(separator) || /["\r\n]/.test(cell)
  return needsQuotes ? `"${cell.replaceAll('"', '""')}"` : cell
}

const FORMULA = /^[=+\-@\t\r]/
const PHONE_NUMBER = /^\+[\d ()-]+$/

/** For people, who open a file in a spreadsheet: what a stranger wrote must not become a formula there. */
export function withoutFormula(text: string): string {
  return FORMULA.test(text) && !PHONE_NUMBER.test(text) ? `'${text}` : text
}
