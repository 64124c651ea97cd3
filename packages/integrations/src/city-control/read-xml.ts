import { SaxesParser } from 'saxes'

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** The namespace that the prefix stands for. */
  readonly namespace: string
  /** Without their prefixes. */
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text that stands in it directly. */
  readonly text: string
}

interface OpenElement extends XmlElement {
  readonly children: OpenElement[]
  text: string
}

/** Messages are as deep as a dozen elements; what is much deeper is meant to exhaust the reader. */
const DEEPEST = 64

/**
 * The root of a document. Undefined for what is not well-formed, and for a document with a DOCTYPE: nobody sends one
 * but to have entities taken from elsewhere, or multiplied until the memory is full.
 */
export function readXml(source: string): XmlElement | undefined {
  try {
    return parse(source)
  } catch {
    return undefined
  }
}

function parse(source: string): XmlElement | undefined {
  const parser = new SaxesParser({ xmlns: true })
  const open: OpenElement[] = []
  let root: OpenElement | undefined
  const addText = (text: string) => {
    const current = open.at(-1)
    if (current) current.text += text
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('doctype', () => {
    throw new Error('a DOCTYPE is not taken')
  })
  parser.on('opentag', ({ local, uri, attributes: given }) => {
    const attributes = Object.fromEntries(Object.values(given).map(({ local: name, value }) => [name, value]))
    const opened: OpenElement = { name: local, namespace: uri, attributes, children: [], text: '' }
    if (open.length >= DEEPEST) throw new Error('the document is too deep')
    open.at(-1)?.children.push(opened)
    root ??= opened
    open.push(opened)
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(source).close()
  return root
}

/** Every element to which this path leads, from wherever it begins, in the order of the document. */
export function findAll(root: XmlElement, path: readonly QualifiedName[]): XmlElement[] {
  const [first, ...rest] = path
  if (!first) return [root]
  const here = isNamed(root, first) ? follow(root, rest) : []
  return [...here, ...root.children.flatMap((child) => findAll(child, path))]
}

export interface QualifiedName {
  readonly namespace: string
  readonly name: string
}

function follow(from: XmlElement, path: readonly QualifiedName[]): XmlElement[] {
  const [next, ...rest] = path
  if (!next) return [from]
  return from.children.filter((child) => isNamed(child, next)).flatMap((child) => follow(child, rest))
}

function isNamed(element: XmlElement, { namespace, name }: QualifiedName): boolean {
  return element.name === name && element.namespace === namespace
}
