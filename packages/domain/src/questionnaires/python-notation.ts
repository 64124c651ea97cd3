/**
 * A JSON value as Python would print it. Clients get the reasons why an answer is not accepted inside
 * a successful response, where the words are part of the contract.
 */
export function toPythonNotation(value: unknown): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return quote(value)
  if (Array.isArray(value)) return `[${value.map(toPythonNotation).join(', ')}]`
  if (typeof value === 'object') {
    const entries = Object.entries(value).map(([key, inner]) => `${quote(key)}: ${toPythonNotation(inner)}`)
    return `{${entries.join(', ')}}`
  }
  return String(value)
}

function quote(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(mark, `\\${mark}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
  return `${mark}${escaped}${mark}`
}
