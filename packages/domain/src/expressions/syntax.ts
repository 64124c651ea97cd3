export type ComparisonOperator = '==' | '!=' | '<' | '<=' | '>' | '>='

export interface ExpressionIdentifier {
  readonly kind: 'identifier'
  readonly name: string
}

export interface TextLiteral {
  readonly kind: 'text'
  readonly value: string
}

/** A text, or the name of one. */
export type TextTerm = TextLiteral | ExpressionIdentifier

export type ExpressionTerm =
  | TextTerm
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'time'; readonly seconds: number }

/** What a piece of code in the routing language means. */
export type Expression =
  | { readonly kind: 'or'; readonly parts: readonly Expression[] }
  | { readonly kind: 'and'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'comparison'
      readonly operator: ComparisonOperator
      readonly left: ExpressionTerm
      readonly right: ExpressionTerm
    }
  | {
      readonly kind: 'membership'
      readonly item: TextTerm
      readonly collection: TextTerm
      /** The way into a dictionary: `areas."wijk"."W01"`. */
      readonly path: readonly TextTerm[]
    }

/** Where and why code is no expression. */
export class ExpressionError extends Error {
  override readonly name = 'ExpressionError'
  /** Both count from 1; absent when the fault is not in one place. */
  readonly line: number | undefined
  readonly column: number | undefined

  constructor(message: string, place?: { readonly line: number; readonly column: number }) {
    super(message)
    this.line = place?.line
    this.column = place?.column
  }
}

/**
 * A syntax error in the words that rule editors already show: file (always `None`), line, column, what
 * could stand there, and the surroundings with a star in the place.
 */
export function createSyntaxError(code: string, offset: number, problem: string): ExpressionError {
  const before = code.slice(0, offset).split('\n')
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const surroundings = `${code.slice(Math.max(offset - 10, 0), offset)}*${code.slice(offset, offset + 10)}`
  const shown = surroundings.replaceAll('\n', ' ').replaceAll('\r', '')
  return new ExpressionError(`None:${place.line}:${place.column}: ${problem} => '${shown}'`, place)
}
