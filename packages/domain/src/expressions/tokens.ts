export type TokenKind = 'word' | 'text' | 'number' | 'time' | 'symbol' | 'unknown' | 'end'

export interface Token {
  readonly kind: TokenKind
  /** As written, without the quotation marks. */
  readonly text: string
  /** Where it begins in the code. */
  readonly offset: number
}

const SKIPPED = /(?:\s+|\/\/[^\n]*)*/y

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ['time', /\d{1,2}:\d{2}(?::\d{2})?/y],
  ['number', /-?\d+(?:\.\d+)?/y],
  ['word', /[A-Za-z_]\w*/y],
  ['text', /"([^"]*)"|'([^']*)'/y],
  ['symbol', /==|!=|<=|>=|[<>().]/y],
]

/** Splits the code; what fits nothing becomes an unknown token, for the parser to refuse in its place. */
export function listTokens(code: string): Token[] {
  const tokens: Token[] = []
  let offset = skip(code, 0)
  while (offset < code.length) {
    const { token, end } = readToken(code, offset)
    tokens.push(token)
    offset = skip(code, end)
  }
  return [...tokens, { kind: 'end', text: '', offset: code.length }]
}

function readToken(code: string, offset: number): { token: Token; end: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = offset
    const match = pattern.exec(code)
    if (match !== null) {
      return { token: { kind, text: match[1] ?? match[2] ?? match[0], offset }, end: pattern.lastIndex }
    }
  }
  return { token: { kind: 'unknown', text: code.slice(offset, offset + 1), offset }, end: offset + 1 }
}

function skip(code: string, offset: number): number {
  SKIPPED.lastIndex = offset
  SKIPPED.exec(code)
  return SKIPPED.lastIndex
}
