import { type Context, type Liquid, toValue, Value } from 'liquidjs'
import { areEqual, compareValues, contains, isTrue } from './values.ts'

type Comparison = '==' | '!=' | '<' | '<=' | '>' | '>=' | 'in' | 'not in' | 'is' | 'is not'

export type Condition =
  | { readonly kind: 'value'; readonly value: Value }
  | { readonly kind: 'not'; readonly of: Condition }
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Condition; readonly right: Condition }

/** `or` binds least, then `and`, `not`, `in` and the comparisons, as in the Django template language. */
export function parseCondition(text: string, liquid: Liquid): Condition {
  const reader = new WordReader(splitWords(text), text)
  const condition = readOr(reader, liquid)
  if (reader.peek() !== undefined) throw new Error(`onverwacht "${reader.peek()}" in "${text.trim()}"`)
  return condition
}

export function listValues(condition: Condition): Value[] {
  switch (condition.kind) {
    case 'value':
      return [condition.value]
    case 'not':
      return listValues(condition.of)
    default:
      return [...listValues(condition.left), ...listValues(condition.right)]
  }
}

export function* isConditionTrue(condition: Condition, context: Context): Generator<unknown, boolean> {
  switch (condition.kind) {
    case 'not':
      return !(yield* isConditionTrue(condition.of, context))
    case 'and':
      return (
        (yield* isConditionTrue(condition.left, context)) &&
        (yield* isConditionTrue(condition.right, context))
      )
    case 'or':
      return (
        (yield* isConditionTrue(condition.left, context)) ||
        (yield* isConditionTrue(condition.right, context))
      )
    default:
      return isTrue(yield* evaluate(condition, context))
  }
}

function* evaluate(condition: Condition, context: Context): Generator<unknown, unknown> {
  switch (condition.kind) {
    case 'value':
      return toValue(yield condition.value.value(context, true))
    case 'compare': {
      const left = yield* evaluate(condition.left, context)
      const right = yield* evaluate(condition.right, context)
      return holds(condition.by, left, right)
    }
    default:
      return yield* isConditionTrue(condition, context)
  }
}

function holds(by: Comparison, left: unknown, right: unknown): boolean {
  switch (by) {
    case '==':
    case 'is':
      return areEqual(left, right)
    case '!=':
    case 'is not':
      return !areEqual(left, right)
    case 'in':
      return contains(right, left)
    case 'not in':
      return !contains(right, left)
    default:
      return isInOrder(by, compareValues(left, right))
  }
}

function isInOrder(by: '<' | '<=' | '>' | '>=', order: number | undefined): boolean {
  if (order === undefined) return false
  switch (by) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
  }
}

class WordReader {
  readonly #words: readonly string[]
  readonly #text: string
  #at = 0

  constructor(words: readonly string[], text: string) {
    this.#words = words
    this.#text = text
  }

  peek(ahead = 0): string | undefined {
    return this.#words[this.#at + ahead]
  }

  take(): string {
    const word = this.peek()
    if (word === undefined) throw new Error(`er ontbreekt iets aan het eind van "${this.#text.trim()}"`)
    this.#at += 1
    return word
  }

  takeIf(word: string): boolean {
    if (this.peek() !== word) return false
    this.#at += 1
    return true
  }
}

function readOr(reader: WordReader, liquid: Liquid): Condition {
  let left = readAnd(reader, liquid)
  while (reader.takeIf('or')) left = { kind: 'or', left, right: readAnd(reader, liquid) }
  return left
}

function readAnd(reader: WordReader, liquid: Liquid): Condition {
  let left = readNot(reader, liquid)
  while (reader.takeIf('and')) left = { kind: 'and', left, right: readNot(reader, liquid) }
  return left
}

function readNot(reader: WordReader, liquid: Liquid): Condition {
  if (reader.takeIf('not')) return { kind: 'not', of: readNot(reader, liquid) }
  return readComparison(reader, liquid)
}

function readComparison(reader: WordReader, liquid: Liquid): Condition {
  const left = readOperand(reader, liquid)
  const by = takeComparison(reader)
  return by === undefined ? left : { kind: 'compare', by, left, right: readOperand(reader, liquid) }
}

function takeComparison(reader: WordReader): Comparison | undefined {
  const word = reader.peek()
  switch (word) {
    case 'not':
      if (reader.peek(1) !== 'in') return undefined
      reader.take()
      reader.take()
      return 'not in'
    case 'is':
      reader.take()
      return reader.takeIf('not') ? 'is not' : 'is'
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'in':
      reader.take()
      return word
    default:
      return undefined
  }
}

const RESERVED = new Set(['and', 'or', 'not', 'in', 'is', '==', '!=', '<', '<=', '>', '>=', '='])

function readOperand(reader: WordReader, liquid: Liquid): Condition {
  const word = reader.take()
  if (RESERVED.has(word)) throw new Error(`"${word}" staat op een plaats waar een waarde hoort`)
  return { kind: 'value', value: readValue(word, liquid) }
}

/** `True`, `False` and `None` are written with a capital in the Django template language. */
export function readValue(text: string, liquid: Liquid): Value {
  return new Value(
    text.replace(/^(True|False|None)(?=$|\|)/, (word) => LITERALS[word] ?? word),
    liquid,
  )
}

const LITERALS: Readonly<Record<string, string>> = { True: 'true', False: 'false', None: 'nil' }

/** Words stand apart, but not inside quotes. */
function splitWords(text: string): string[] {
  return text.match(/(?:[^\s"']|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')+/g) ?? []
}
