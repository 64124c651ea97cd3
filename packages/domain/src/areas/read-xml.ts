export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  readonly text: string
}

interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
}

const TOKEN = /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<[?!][^>]*>|<(\/?)([^\s/>]+)([^>]*?)(\/?)>|([^<]+)/g
const DEEPEST = 60

/** The root of a document; undefined when it is none. Names of entities of its own mean nothing here. */
export function readXml(source: string): XmlElement | undefined {
  const stack: Open[] = [{ name: '', attributes: new Map(), children: [], text: '' }]
  for (const [, cdata, closing, name, attributes = '', selfClosing, text] of source.matchAll(TOKEN)) {
    const top = stack.at(-1)
    if (!top || stack.length > DEEPEST) return undefined
    if (cdata !== undefined) top.text += cdata
    else if (text !== undefined) top.text += decode(text)
    else if (name !== undefined && closing === '/') {
      if (!close(stack, local(name))) return undefined
    } else if (name !== undefined) {
      stack.push({ name: local(name), attributes: readAttributes(attributes), children: [], text: '' })
      if (selfClosing === '/' && !close(stack, local(name))) return undefined
    }
  }
  return stack.length === 1 ? stack[0]?.children[0] : undefined
}

function close(stack: Open[], name: string): boolean {
  if (stack.length < 2) return false
  const ended = stack.pop()
  if (!ended || ended.name !== name) return false
  stack.at(-1)?.children.push({ ...ended, text: ended.text.trim() })
  return true
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function readAttributes(source: string): Map<string, string> {
  const found = source.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return new Map(
    [...found].map(([, name = '', double, single]) => [local(name), decode(double ?? single ?? '')]),
  )
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decode(text: string): string {
  return text.replaceAll(/&(#x[\da-f]{1,6}|#\d{1,7}|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole
    const point = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
