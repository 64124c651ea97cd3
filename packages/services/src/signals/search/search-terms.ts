import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { isLikelyMeant } from './edit-distance.ts'

const MOST_TERMS = 12
const LONGEST_TERM = 60

/** One word of what is searched for, as the index has it. */
export interface SearchTerm {
  /** As it was typed, in small letters. */
  readonly typed: string
  readonly lexemes: readonly string[]
  /** Words of reports that were probably meant. */
  readonly meant: readonly string[]
  /** Whether reports are known to have the word. */
  readonly isKnown: boolean
}

interface FoundTerm {
  readonly typed: string
  readonly lexemes: readonly string[] | null
  readonly is_known: boolean
  readonly alike: readonly string[]
}

/** The words that matter, those of which there is one in every sentence left out. */
export async function findSearchTerms(context: Context, words: readonly string[]): Promise<SearchTerm[]> {
  if (words.length === 0) return []
  const known = context.db.table('search_word')
  const { rows } = await sql<FoundTerm>`
    select term.typed, term.lexemes,
      exists (select from ${known} where word = any(term.lexemes)) as is_known,
      array(
        select word from ${known} where word operator(public.%) term.typed
        order by public.similarity(word, term.typed) desc limit 12) as alike
    from (
      select typed, ts_lexize('pg_catalog.dutch_stem', typed) as lexemes, place
      from unnest(${[...words]}::text[]) with ordinality as given (typed, place)
    ) term
    order by term.place`.execute(context.db.kysely)
  return rows.flatMap(({ typed, lexemes, is_known, alike }) => {
    if (lexemes !== null && lexemes.length === 0) return []
    const own = lexemes ?? [typed]
    const meant = is_known ? [] : alike.filter((word) => own.some((lexeme) => isLikelyMeant(lexeme, word)))
    return { typed, lexemes: own, meant, isKnown: is_known }
  })
}

/** The words of a question. A postcode is one word, however it is written. */
export function splitWords(question: string): string[] {
  const joined = question.toLowerCase().replaceAll(/\b(\d{4})\s+([a-z]{2})\b/g, '$1$2')
  const words = joined.match(/[\p{L}\p{N}]+/gu) ?? []
  return [...new Set(words.map((word) => word.slice(0, LONGEST_TERM)))].slice(0, MOST_TERMS)
}

/** A query for the index: the word, what begins with it, or what was probably meant. */
export function toIndexQuery({ typed, lexemes, meant }: SearchTerm): string {
  const beginnings = typed.length >= 3 ? lexemes.map((lexeme) => `${quote(lexeme)}:*`) : lexemes.map(quote)
  return [...beginnings, ...meant.map(quote)].join(' | ')
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
