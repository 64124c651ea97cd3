/** A way into a JSON value: keys of objects and places in lists. */
export type JsonPath = readonly (string | number)[]

export interface JsonPosition {
  /** Both counted from 1. */
  readonly line: number
  readonly column: number
}

export interface LocatedJson {
  readonly value: unknown
  /** Where a value stands; of a value that is not there, where the nearest one around it stands. */
  positionOf(path: JsonPath): JsonPosition
  /** Keys that stand twice in one object: the first of them would be lost without a word. */
  readonly repeatedKeys: readonly JsonPath[]
}

/** What is no JSON, and where it stops being that. */
export class JsonSyntaxFault extends Error {
  readonly position: JsonPosition

  constructor(message: string, position: JsonPosition) {
    super(message)
    this.name = 'JsonSyntaxFault'
    this.position = position
  }
}

const DEEPEST = 100
const BLANK = /[ \t\r\n]*/y
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them in a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y

/** JSON, read so that afterwards it can be said where each value stands. */
export function parseLocatedJson(source: string): LocatedJson {
  const text = source.replace(/^\uFEFF/, '')
  const reader = new Reader(text)
  const value = reader.readWhole()
  const offsets = reader.offsets
  return {
    value,
    repeatedKeys: reader.repeatedKeys,
    positionOf: (path) => positionAt(text, findOffset(offsets, path)),
  }
}

function keyOf(path: JsonPath): string {
  return JSON.stringify(path)
}

function findOffset(offsets: ReadonlyMap<string, number>, path: JsonPath): number {
  for (let length = path.length; length >= 0; length--) {
    const offset = offsets.get(keyOf(path.slice(0, length)))
    if (offset !== undefined) return offset
  }
  return 0
}

function positionAt(text: string, offset: number): JsonPosition {
  const before = text.slice(0, offset)
  const lineStart = before.lastIndexOf('\n') + 1
  return { line: before.split('\n').length, column: offset - lineStart + 1 }
}

class Reader {
  readonly offsets = new Map<string, number>()
  readonly repeatedKeys: JsonPath[] = []
  readonly #text: string
  #at = 0

  constructor(text: string) {
    this.#text = text
  }

  readWhole(): unknown {
    const value = this.#readValue([])
    this.#skipBlank()
    if (this.#at < this.#text.length) this.#fail('there is more after the end of the JSON value')
    return value
  }

  #readValue(path: JsonPath): unknown {
    this.#skipBlank()
    if (path.length > DEEPEST) this.#fail(`values are nested more than ${DEEPEST} deep`)
    this.offsets.set(keyOf(path), this.#at)
    switch (this.#text[this.#at]) {
      case '{':
        return this.#readObject(path)
      case '[':
        return this.#readList(path)
      case '"':
        return this.#readString()
      default:
        return this.#readWordOrNumber()
    }
  }

  #readObject(path: JsonPath): Record<string, unknown> {
    const entries = new Map<string, unknown>()
    this.#at++
    if (this.#takes('}')) return {}
    do {
      this.#skipBlank()
      const keyAt = this.#at
      const key = this.#readString()
      if (entries.has(key)) this.repeatedKeys.push([...path, key])
      if (!this.#takes(':')) this.#fail(`a colon is expected after the key "${key}"`)
      entries.set(key, this.#readValue([...path, key]))
      this.offsets.set(keyOf([...path, key]), keyAt)
    } while (this.#takes(','))
    if (!this.#takes('}')) this.#fail('a comma or } is expected')
    return Object.fromEntries(entries)
  }

  #readList(path: JsonPath): unknown[] {
    const items: unknown[] = []
    this.#at++
    if (this.#takes(']')) return items
    do items.push(this.#readValue([...path, items.length]))
    while (this.#takes(','))
    if (!this.#takes(']')) this.#fail('a comma or ] is expected')
    return items
  }

  #readString(): string {
    const token = this.#take(STRING)
    return token === undefined ? this.#fail('a text between double quotes is expected') : JSON.parse(token)
  }

  #readWordOrNumber(): unknown {
    const token = this.#take(WORD) ?? this.#take(NUMBER)
    if (token === undefined) return this.#fail('a value is expected')
    return JSON.parse(token)
  }

  #takes(sign: string): boolean {
    this.#skipBlank()
    if (this.#text[this.#at] !== sign) return false
    this.#at++
    return true
  }

  #skipBlank(): void {
    this.#take(BLANK)
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at
    const token = pattern.exec(this.#text)?.[0]
    this.#at += token?.length ?? 0
    return token
  }

  #fail(message: string): never {
    throw new JsonSyntaxFault(message, positionAt(this.#text, this.#at))
  }
}
