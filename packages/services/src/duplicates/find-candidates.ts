import type { Actor } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import type { Point } from '../ports.ts'
import { whereVisible } from '../signals/visibility.ts'
import { pointOf, squareAround } from './around.ts'

/** What is looked for: a report that is being made, or one that is there. */
export interface ReportedThing {
  readonly text: string
  /** Of the subcategory; null while it is not known. */
  readonly categoryId: number | null
  readonly point: Point
  readonly at: Date
  /** The report itself, and the one that it is a part of, whose other parts are no duplicates. */
  readonly except?: { readonly id: number; readonly parentId: number | null } | undefined
  /** Only reports that this person may see; undefined for the system. */
  readonly visibleTo?: Actor | undefined
}

export interface Candidate {
  readonly id: number
  readonly text: string
  readonly category_id: number
  readonly status_state: string
  readonly created_at: Date
  readonly distance: number
}

/** Farther away it is another thing. */
const FARTHEST_METRES = 250
/** What has been open for longer is seldom what someone reports now. */
const OLDEST_DAYS = 180
const MOST_OF_CATEGORY = 30
const MOST_OF_OTHERS = 20

/**
 * Open reports near the place, nearest first: by the spatial index of open reports, and never more than can be
 * compared in a moment, also where a whole neighbourhood reports from one spot.
 */
export async function findCandidates(context: Context, thing: ReportedThing): Promise<Candidate[]> {
  const { categoryId } = thing
  const parts =
    categoryId === null
      ? [selectNearest(context, thing, { where: sql`true`, most: MOST_OF_CATEGORY })]
      : [
          selectNearest(context, thing, {
            where: sql`s.category_id = ${categoryId}`,
            most: MOST_OF_CATEGORY,
          }),
          selectNearest(context, thing, { where: sql`s.category_id <> ${categoryId}`, most: MOST_OF_OTHERS }),
        ]
  const { rows } = await sql<Candidate>`${sql.join(parts, sql` union all `)}`.execute(context.db.kysely)
  return rows.filter(({ distance }) => distance <= FARTHEST_METRES)
}

interface Nearest {
  readonly where: RawBuilder<unknown>
  readonly most: number
}

function selectNearest(
  context: Context,
  thing: ReportedThing,
  { where, most }: Nearest,
): RawBuilder<unknown> {
  const point = pointOf(thing.point)
  const oldest = new Date(thing.at.getTime() - OLDEST_DAYS * 86_400_000)
  return sql`(
    select s.id, s.text, s.category_id, s.status_state, s.created_at,
      public.ST_DistanceSphere(s.geometry, ${point}) as distance
    from ${context.db.table('signal')} s
    where s.status_state not in ('o', 'a', 's') and s.geometry OPERATOR(public.&&) ${squareAround(thing.point, FARTHEST_METRES)}
      and s.created_at >= ${oldest} and ${where} ${exceptFamily(thing)} ${visibleOnly(context, thing)}
    order by s.geometry OPERATOR(public.<->) ${point} limit ${most})`
}

function exceptFamily({ except }: ReportedThing): RawBuilder<unknown> {
  if (!except) return sql``
  const { id, parentId } = except
  const family =
    parentId === null ? sql`` : sql`and s.id <> ${parentId} and s.parent_id is distinct from ${parentId}`
  return sql`and s.id <> ${id} and s.parent_id is distinct from ${id} ${family}`
}

function visibleOnly(context: Context, { visibleTo }: ReportedThing): RawBuilder<unknown> {
  const condition = visibleTo && whereVisible(context.db, visibleTo)
  return condition ? sql`and ${condition}` : sql``
}
