/** What may hold a semicolon or a word of SQL without meaning it: comments, texts, names and bodies of functions. */
const QUOTED = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|\$(\w*)\$[\s\S]*?\$\1\$/g

export interface Statement {
  /** As it stands there, without the comments before it. */
  readonly text: string
  /** In small letters, with comments and what stands between quotes taken out, and single spaces. */
  readonly shape: string
}

/** The statements of a migration, in their order. */
export function splitStatements(sql: string): Statement[] {
  const blank = sql.replaceAll(QUOTED, (part) => (isName(part) ? part : ' '.repeat(part.length)))
  const statements: Statement[] = []
  let from = 0
  for (let at = 0; at <= blank.length; at += 1) {
    if (at < blank.length && blank[at] !== ';') continue
    const shape = blank.slice(from, at).toLowerCase().replaceAll(/\s+/g, ' ').trim()
    if (shape !== '') statements.push({ text: withoutLeadingComments(sql.slice(from, at)), shape })
    from = at + 1
  }
  return statements
}

/** A name between double quotes says which table is meant. */
function isName(part: string): boolean {
  return part.startsWith('"') && !part.includes(';')
}

function withoutLeadingComments(text: string): string {
  return text.replace(/^(?:\s*--[^\n]*\n)+/, '').trim()
}
