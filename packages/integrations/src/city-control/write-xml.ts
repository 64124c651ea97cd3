export type Attributes = Readonly<Record<string, string>>

/** An element with elements in it, each written already. */
export function element(name: string, content: readonly string[], attributes: Attributes = {}): string {
  return `<${name}${writeAttributes(attributes)}>${content.join('')}</${name}>`
}

/** An element with text in it. */
export function leaf(name: string, text: string, attributes: Attributes = {}): string {
  return element(name, [escapeXml(text)], attributes)
}

export function empty(name: string, attributes: Attributes): string {
  return `<${name}${writeAttributes(attributes)}/>`
}

export function writeDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}`
}

function writeAttributes(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join('')
}

/** What XML cannot hold at all, not even escaped. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // Else a reader makes a line feed of it.
  '\r': '&#13;',
}

export function escapeXml(text: string): string {
  return text.replace(UNWRITABLE, '').replace(/[&<>"'\r]/g, (sign) => ESCAPES[sign] ?? '')
}
