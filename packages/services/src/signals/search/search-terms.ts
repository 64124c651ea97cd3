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
  const found = await findTerms(context, words)
  const terms = found.flatMap(({ typed, lexemes, is_known, alike }) => {
    if (lexemes?.length === 0) return []
    const own = lexemes ?? [typed]
    return { typed, lexemes: own, meant: is_known ? [] : filterMeant(own, alike), isKnown: is_known }
  })
  const isUncertain = ({ isKnown, meant, typed }: (typeof terms)[number]) =>
    !isKnown && meant.length === 0 && typed.length >= 4
  if (!terms.some(isUncertain)) return terms
  const newest = await findNewestWords(context)
  return terms.map((term) =>
    isUncertain(term) ? { ...term, meant: filterMeant(term.lexemes, newest) } : term,
  )
}

const MOST_MEANT = 8

function filterMeant(own: readonly string[], words: readonly string[]): string[] {
  return words
    .filter((word) => !own.includes(word) && own.some((lexeme) => isLikelyMeant(lexeme, word)))
    .slice(0, MOST_MEANT)
}

async function findTerms(context: Context, words: readonly string[]): Promise<readonly FoundTerm[]> {
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
  return rows
}

/** What is not learned yet stands in the newest reports, of which there are never so many. */
const NEWEST = 5000

async function findNewestWords({ db }: Context): Promise<string[]> {
  const newest = `select search from "${db.schema}".signal where id > (
    select coalesce(max(id), 0) - ${NEWEST} from "${db.schema}".signal)`
  const { rows } = await sql<{ word: string }>`
    select word from ts_stat(${newest}) where char_length(word) between 3 and 40 order by ndoc desc`.execute(
    db.kysely,
  )
  return rows.map(({ word }) => word)
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
  return [...beginnings, ...listPostcodeForms(typed), ...meant.map(quote)].join(' | ')
}

/** A postcode may be stored with a space in it, and then it is two words that follow each other. */
function listPostcodeForms(typed: string): string[] {
  const [, digits, letters] = /^(\d{4})([a-z]{2})$/.exec(typed) ?? []
  return digits && letters ? [`(${quote(digits)} <-> ${quote(letters)})`] : []
}

function quote(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}
