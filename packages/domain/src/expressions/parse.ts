import {
  type ComparisonOperator,
  createSyntaxError,
  type Expression,
  ExpressionError,
  type ExpressionTerm,
  type TextTerm,
} from './syntax.ts'
import { listTokens, type Token } from './tokens.ts'

/** Far beyond any real rule; parsing and evaluating always end within them. */
export const LONGEST_EXPRESSION = 10_000
export const DEEPEST_EXPRESSION = 50

export type ParseResult =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly error: ExpressionError }

const COMPARISONS: readonly ComparisonOperator[] = ['==', '!=', '<=', '<', '>=', '>']
const TERM_STARTS = ['time', 'text', 'name', 'number']

/**
 * Reads a routing expression:
 *
 *     expression := and ('or' and)*
 *     and        := part ('and' part)*
 *     part       := '(' expression ')' | text 'in' text ('.' text)* | term comparison term
 *
 * Words are reserved only where they can have their meaning, as rules in use rely on.
 */
export function parseExpression(code: string): ParseResult {
  if (code.length > LONGEST_EXPRESSION) {
    return { ok: false, error: new ExpressionError(`Longer than ${LONGEST_EXPRESSION} characters`) }
  }
  try {
    return { ok: true, expression: parseWhole(createReader(code)) }
  } catch (error) {
    if (error instanceof ExpressionError) return { ok: false, error }
    throw error
  }
}

interface Reader {
  readonly peek: () => Token
  /** Takes the next token when it is this word or symbol. */
  readonly accepts: (...texts: string[]) => string | undefined
  readonly take: () => Token
  readonly fail: (problem: string, token?: Token) => never
  readonly expected: (...what: string[]) => never
}

function createReader(code: string): Reader {
  const tokens = listTokens(code)
  const end: Token = { kind: 'end', text: '', offset: code.length }
  let index = 0
  const peek = () => tokens[index] ?? end
  const take = () => {
    const token = peek()
    index++
    return token
  }
  const fail = (problem: string, token = peek()): never => {
    throw createSyntaxError(code, token.offset, problem)
  }
  return {
    peek,
    take,
    fail,
    expected: (...what) => fail(`Expected ${what.join(' or ')}`),
    accepts: (...texts) => {
      const { kind, text } = peek()
      if ((kind !== 'word' && kind !== 'symbol') || !texts.includes(text)) return undefined
      return take().text
    },
  }
}

function parseWhole(reader: Reader): Expression {
  const expression = parseOr(reader, 0)
  if (reader.peek().kind !== 'end') reader.expected("'and'", "'or'", 'EOF')
  return expression
}

function parseOr(reader: Reader, depth: number): Expression {
  if (depth > DEEPEST_EXPRESSION) reader.fail(`Nested more than ${DEEPEST_EXPRESSION} deep`)
  const parts = [parseAnd(reader, depth)]
  while (reader.accepts('or')) parts.push(parseAnd(reader, depth))
  return unite('or', parts)
}

function parseAnd(reader: Reader, depth: number): Expression {
  const parts = [parsePart(reader, depth)]
  while (reader.accepts('and')) parts.push(parsePart(reader, depth))
  return unite('and', parts)
}

function unite(kind: 'or' | 'and', parts: readonly Expression[]): Expression {
  const [first] = parts
  return first !== undefined && parts.length === 1 ? first : { kind, parts }
}

function parsePart(reader: Reader, depth: number): Expression {
  if (reader.accepts('(')) {
    const inner = parseOr(reader, depth + 1)
    if (!reader.accepts(')')) reader.expected("'and'", "'or'", "')'")
    return inner
  }
  const left = parseTerm(reader, [...TERM_STARTS, "'('"])
  const isText = left.kind === 'text' || left.kind === 'identifier'
  if (isText && reader.accepts('in')) return parseMembership(reader, left)
  const symbol = reader.accepts(...COMPARISONS)
  const operator = COMPARISONS.find((comparison) => comparison === symbol)
  if (operator === undefined) {
    return reader.expected(...[...(isText ? ['in'] : []), ...COMPARISONS].map((text) => `'${text}'`))
  }
  return { kind: 'comparison', operator, left, right: parseTerm(reader, TERM_STARTS) }
}

function parseMembership(reader: Reader, item: TextTerm): Expression {
  const collection = parseTextTerm(reader)
  const path: TextTerm[] = []
  while (reader.accepts('.')) path.push(parseTextTerm(reader))
  return { kind: 'membership', item, collection, path }
}

function parseTerm(reader: Reader, expected: readonly string[]): ExpressionTerm {
  const token = reader.peek()
  switch (token.kind) {
    case 'time':
      return { kind: 'time', seconds: parseTime(reader, reader.take()) }
    case 'number':
      return { kind: 'number', value: Number(reader.take().text) }
    case 'word':
    case 'text':
      return parseTextTerm(reader)
    default:
      return reader.expected(...expected)
  }
}

function parseTextTerm(reader: Reader): TextTerm {
  const { kind, text } = reader.peek()
  if (kind !== 'word' && kind !== 'text') return reader.expected('text', 'name')
  reader.take()
  return kind === 'word' ? { kind: 'identifier', name: text } : { kind: 'text', value: text }
}

function parseTime(reader: Reader, token: Token): number {
  const [hours = 0, minutes = 0, seconds = 0] = token.text.split(':').map(Number)
  if (hours > 23 || minutes > 59 || seconds > 59) reader.fail('Expected a time of day', token)
  return hours * 3600 + minutes * 60 + seconds
}
