import type { Expression, ExpressionTerm } from './syntax.ts'

/** The language has no way to write a text that has both kinds of quotation marks in it. */
export function canWriteText(text: string): boolean {
  return !(text.includes('"') && text.includes("'"))
}

/** The code of an expression: what `parseExpression` reads back as the same. */
export function writeExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return expression.parts.map((part) => writePart(part, expression.kind)).join(` ${expression.kind} `)
    case 'comparison':
      return `${writeTerm(expression.left)} ${expression.operator} ${writeTerm(expression.right)}`
    case 'membership':
      return `${writeTerm(expression.item)} in ${[expression.collection, ...expression.path].map(writeTerm).join('.')}`
  }
}

function writePart(part: Expression, within: 'or' | 'and'): string {
  const isGroup = part.kind === 'or' || part.kind === 'and'
  const code = writeExpression(part)
  const standsAlone = !isGroup || (within === 'or' && part.kind === 'and')
  return standsAlone ? code : `(${code})`
}

function writeTerm(term: ExpressionTerm): string {
  switch (term.kind) {
    case 'identifier':
      return term.name
    case 'number':
      return String(term.value)
    case 'time':
      return writeTime(term.seconds)
    case 'text':
      return term.value.includes('"') ? `'${term.value}'` : `"${term.value}"`
  }
}

export function writeTime(secondsOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const seconds = secondsOfDay % 60
  const clock = `${two(Math.floor(secondsOfDay / 3600))}:${two(Math.floor(secondsOfDay / 60) % 60)}`
  return seconds === 0 ? clock : `${clock}:${two(seconds)}`
}
