import type { MunicipalityHandle } from '@signalen/database'
import type { StatusCode } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { offsetOf, type PageRequest } from '../paging.ts'
import { isNearlySame } from './similar-words.ts'

export interface StatusMessageSearch {
  readonly q: string
  readonly state: readonly StatusCode[]
  readonly active: boolean | undefined
  readonly page: PageRequest
}

export interface FoundStatusMessage {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly active: boolean
  readonly state: string
  /** HTML: the text with what was found in `<em>`; nothing when nothing was asked. */
  readonly titleHighlights: readonly string[]
  readonly textHighlights: readonly string[]
}

export interface Facet<Term> {
  readonly term: Term
  readonly count: number
  readonly active: boolean
}

export interface StatusMessageSearchResult {
  readonly count: number
  readonly results: readonly FoundStatusMessage[]
  readonly states: readonly Facet<string>[]
  readonly actives: readonly Facet<boolean>[]
}

/** Standard texts by their words, in the forms that Dutch gives them and with small slips of the pen. */
export async function searchStatusMessages(
  { db }: Pick<Context, 'db'>,
  search: StatusMessageSearch,
): Promise<StatusMessageSearchResult> {
  const words = search.q.trim() === '' ? undefined : await findWords(db, search.q)
  const found = words && toQuery(words)
  const facts = await countFacets(db, found)
  const rows = await selectPage(db, { ...search, found })
  return {
    count: sum(facts.filter((fact) => isChosenState(search, fact) && isChosenActivity(search, fact))),
    results: rows.map((row) => viewRow(row, found !== undefined)),
    states: stateFacets(search, facts),
    actives: activityFacets(search, facts),
  }
}

/** The words of the texts that are meant by the words that are asked for. */
async function findWords(db: MunicipalityHandle, q: string): Promise<string[]> {
  const asked = await sql<{ word: string }>`
    select lexeme as word from unnest(to_tsvector('dutch', ${q}))`.execute(db.kysely)
  if (asked.rows.length === 0) return []
  const known = await sql<{ word: string }>`
    select distinct lexeme as word
    from ${db.table('status_message')} message, unnest(message.search)`.execute(db.kysely)
  return known.rows
    .map(({ word }) => word)
    .filter((word) => asked.rows.some((row) => isNearlySame(row.word, word)))
}

type TextQuery = RawBuilder<unknown>

/** Any of the words. Without one nothing is found. */
function toQuery(words: readonly string[]): TextQuery {
  const quoted = words.map((word) => `'${word.replace(/['\\]/g, '$&$&')}'`)
  return sql`${quoted.join(' | ')}::tsquery`
}

interface FacetRow {
  readonly state: string
  readonly active: boolean
  readonly count: number
}

/** How many are found of every state and activity that there is, also when that is none. */
async function countFacets(
  db: MunicipalityHandle,
  found: TextQuery | undefined,
): Promise<readonly FacetRow[]> {
  const isFound = found ? sql`message.search @@ ${found}` : sql`true`
  const { rows } = await sql<FacetRow>`
    select message.state, message.active, count(*) filter (where ${isFound})::int as count
    from ${db.table('status_message')} message
    group by message.state, message.active`.execute(db.kysely)
  return rows
}

interface FoundRow {
  readonly id: number
  readonly title: string
  readonly text: string
  readonly active: boolean
  readonly state: string
  readonly title_marked: string
  readonly text_marked: string
}

/** Signs that no text holds, so that what they mark can become HTML after the rest was made harmless. */
const MARK_START = '\u{E000}'
const MARK_END = '\u{E001}'
const HEADLINE = `StartSel=${MARK_START}, StopSel=${MARK_END}`

async function selectPage(
  db: MunicipalityHandle,
  { state, active, page, found }: StatusMessageSearch & { readonly found: TextQuery | undefined },
): Promise<readonly FoundRow[]> {
  const query = found ?? sql`''::tsquery`
  const { rows } = await sql<FoundRow>`
    select message.id, message.title, message.text, message.active, message.state,
      ts_headline('dutch', message.title, ${query}, ${`${HEADLINE}, HighlightAll=true`}) as title_marked,
      ts_headline('dutch', message.text, ${query},
        ${`${HEADLINE}, MaxFragments=5, MinWords=5, MaxWords=30, FragmentDelimiter=\u{E002}`}) as text_marked
    from ${db.table('status_message')} message
    where ${found ? sql`message.search @@ ${found}` : sql`true`}
      and (${state.length} = 0 or message.state = any(${[...state]}::text[]))
      and (${active ?? null}::boolean is null or message.active = ${active ?? null}::boolean)
    order by ts_rank(message.search, ${query}) desc, message.id
    offset ${offsetOf(page, 0)} limit ${page.pageSize}`.execute(db.kysely)
  return rows
}

function viewRow(row: FoundRow, isAsked: boolean): FoundStatusMessage {
  const { id, title, text, active, state } = row
  return {
    id,
    title,
    text,
    active,
    state,
    titleHighlights: isAsked ? toHighlights(row.title_marked) : [],
    textHighlights: isAsked ? toHighlights(row.text_marked) : [],
  }
}

function toHighlights(marked: string): string[] {
  return marked
    .split('\u{E002}')
    .filter((fragment) => fragment.includes(MARK_START))
    .map((fragment) => escapeHtml(fragment).replaceAll(MARK_START, '<em>').replaceAll(MARK_END, '</em>'))
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

function isChosenState({ state }: StatusMessageSearch, row: FacetRow): boolean {
  return state.length === 0 || state.some((code) => code === row.state)
}

function isChosenActivity({ active }: StatusMessageSearch, row: FacetRow): boolean {
  return active === undefined || active === row.active
}

const MOST_STATES = 20

/** Each facet counts as if it were not chosen from itself. */
function stateFacets(search: StatusMessageSearch, rows: readonly FacetRow[]): Facet<string>[] {
  const groups = Map.groupBy(rows, ({ state }) => state)
  return [...groups]
    .map(([term, group]) => ({
      term,
      count: sum(group.filter((row) => isChosenActivity(search, row))),
      active: search.state.some((code) => code === term),
    }))
    .sort((left, right) => right.count - left.count || (left.term < right.term ? -1 : 1))
    .slice(0, MOST_STATES)
}

function activityFacets(search: StatusMessageSearch, rows: readonly FacetRow[]): Facet<boolean>[] {
  const groups = Map.groupBy(rows, ({ active }) => active)
  return [...groups]
    .map(([term, group]) => ({
      term,
      count: sum(group.filter((row) => isChosenState(search, row))),
      active: search.active === term,
    }))
    .sort((left, right) => right.count - left.count || Number(right.term) - Number(left.term))
}

function sum(rows: readonly FacetRow[]): number {
  return rows.reduce((total, { count }) => total + count, 0)
}
