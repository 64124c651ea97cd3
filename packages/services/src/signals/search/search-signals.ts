import type { Actor, FilterParameters } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../context.ts'
import { Problem } from '../../problem.ts'
import type { SignalList } from '../list/list-signals.ts'
import { type PlaceInList, selectionOf } from '../list/signal-selection.ts'
import { either } from '../list/sql-parts.ts'
import { readReference } from '../reference.ts'
import { selectSignals } from '../signal-row.ts'
import { viewSignals } from '../signal-view.ts'
import { whereVisible } from '../visibility.ts'
import { listExactConditions, whereTerm } from './search-conditions.ts'
import { findSearchTerms, type SearchTerm, splitWords, toIndexQuery } from './search-terms.ts'

export interface SearchQuery {
  readonly question: string
  readonly ordering: string | undefined
  /** Filters of the list, which narrow what words find; whoever is named by number is found whatever they are. */
  readonly parameters: FilterParameters
  placeOf(count: number): PlaceInList
}

/** Above so many, the newest are worth more than the best, and cost less. */
const MOST_RANKED = 5000

/**
 * So many are counted and can be paged through at most, the newest of all that there are: nobody reads on, and
 * a word that a tenth of all reports have costs no more than a rare one.
 */
const MOST_FOUND = 10_000

interface Search {
  readonly where: RawBuilder<boolean>
  /** What finds the report that is named; absent when none is. */
  readonly exact: RawBuilder<boolean> | undefined
  readonly terms: readonly SearchTerm[]
}

/**
 * Reports that this person may see, by what they say, their number or their address; the best first. All words
 * must be found, or when that finds nothing, any of them.
 */
export async function searchSignals(context: Context, actor: Actor, query: SearchQuery): Promise<SignalList> {
  const order = readOrdering(query.ordering)
  const searches = await planSearches(context, actor, query)
  for (const [index, search] of searches.entries()) {
    const count = await countFound(context, search)
    if (count === 0 && index < searches.length - 1) continue
    const place = query.placeOf(count)
    return { count, signals: count === 0 ? [] : await findFound(context, search, { order, count, place }) }
  }
  return { count: 0, signals: [] }
}

type Order = 'best' | 'newest' | 'oldest'

function readOrdering(ordering: string | undefined): Order {
  switch (ordering) {
    case undefined:
    case '':
      return 'best'
    case '-created_at':
      return 'newest'
    case 'created_at':
      return 'oldest'
    default:
      throw new Problem(400, { ordering: `Cannot order by '${ordering}'!` })
  }
}

async function planSearches(
  context: Context,
  actor: Actor,
  { question, parameters }: SearchQuery,
): Promise<Search[]> {
  const { where: filtered } = await selectionOf(context, actor, parameters)
  const reference = await readReference(context.db)
  const terms = await findSearchTerms(context, splitWords(question))
  const named = listExactConditions(context, actor, question)
  const exact = named.length === 0 ? undefined : either(named)
  const conditions = terms.map((term) => whereTerm(reference, term))
  const visible = whereVisible(context.db, actor) ?? sql<boolean>`true`
  const narrowed = (condition: RawBuilder<boolean>) => sql<boolean>`(${filtered} and ${condition})`
  const plan = (found: RawBuilder<boolean>): Search => ({ where: sql`${visible} and ${found}`, exact, terms })
  if (question.trim() === '') return [plan(filtered)]
  if (conditions.length === 0) return [plan(exact ?? sql<boolean>`false`)]
  const all = sql<boolean>`(${sql.join([...conditions], sql` and `)})`
  const strict = plan(either([...named, narrowed(all)]))
  return conditions.length === 1 ? [strict] : [strict, plan(either([...named, narrowed(either(conditions))]))]
}

async function countFound(context: Context, { where }: Search): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from ${context.db.table('signal')} s where ${where} limit ${MOST_FOUND}
    ) found`.execute(context.db.kysely)
  return rows[0]?.count ?? 0
}

async function findFound(
  context: Context,
  search: Search,
  { order, count, place }: { order: Order; count: number; place: PlaceInList },
) {
  const by = order === 'best' && count > MOST_RANKED ? 'newest' : order
  const page = sql<{ id: number; place: number }>`(
    select found.id, row_number() over () as place from (
      select s.id from ${context.db.table('signal')} s where ${search.where}
      order by ${orderBy(by, search)} limit ${place.limit} offset ${place.offset}
    ) found)`.as('page')
  const rows = await selectSignals(context.db)
    .innerJoin(page, 'page.id', 's.id')
    .orderBy('page.place')
    .execute()
  return viewSignals(context, rows)
}

function orderBy(order: Order, { exact, terms }: Search): RawBuilder<unknown> {
  switch (order) {
    case 'oldest':
      return sql`s.created_at, s.id`
    case 'newest':
      return sql`s.created_at desc, s.id desc`
    case 'best': {
      const query = terms.map((term) => `(${toIndexQuery(term)})`).join(' | ')
      const rank = query === '' ? sql`` : sql`ts_rank(s.search, ${query}::tsquery) desc,`
      const named = exact ? sql`${exact} desc,` : sql``
      return sql`${named} ${rank} s.created_at desc, s.id desc`
    }
  }
}
