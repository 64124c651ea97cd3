import { type Actor, CLOSED_STATUS_CODES } from '@signalen/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { getCategory, type Reference, readReference } from '../signals/reference.ts'
import { whereVisible } from '../signals/visibility.ts'

const WEEKS = 8

export interface DashboardDepartment {
  readonly code: string
  readonly name: string
  readonly open: number
  readonly late: number
}

export interface Dashboard {
  /** Those that have anything open, the most first. */
  readonly departments: readonly DashboardDepartment[]
  readonly all: { readonly open: number; readonly late: number; readonly unassigned: number }
  readonly mine: { readonly open: number; readonly late: number }
  /** The oldest first, from Monday; the last one goes on. */
  readonly weeks: readonly DashboardWeek[]
}

export interface DashboardWeek {
  /** A day, in the municipality. */
  readonly start: string
  readonly made: number
  readonly ended: number
}

/** How work stands, of the reports that this person may see: in two queries, whatever there is. */
export async function getDashboard(context: Context, actor: Actor): Promise<Dashboard> {
  const visible = whereVisible(context.db, actor) ?? sql<boolean>`true`
  const groups = await countOpen(context, actor, visible)
  const reference = await readReference(context.db)
  const sum = (count: (group: Group) => number) => groups.reduce((total, group) => total + count(group), 0)
  return {
    departments: byDepartment(groups, reference),
    all: {
      open: sum(({ open }) => open),
      late: sum(({ late }) => late),
      unassigned: sum(({ unassigned }) => unassigned),
    },
    mine: { open: sum(({ mine }) => mine), late: sum(({ mine_late: late }) => late) },
    weeks: await countWeeks(context, visible),
  }
}

interface Group {
  readonly category_id: number
  readonly routing_department_ids: number[] | null
  readonly open: number
  readonly late: number
  readonly unassigned: number
  readonly mine: number
  readonly mine_late: number
}

async function countOpen(
  { db, clock }: Context,
  actor: Actor,
  visible: RawBuilder<boolean>,
): Promise<Group[]> {
  const isLate = sql`s.deadline < ${clock.now()}`
  const isMine = sql`s.assigned_user_id = ${actor.userId}`
  const { rows } = await sql<Group>`
    select s.category_id, s.routing_department_ids,
      count(*)::integer as open,
      (count(*) filter (where ${isLate}))::integer as late,
      (count(*) filter (where s.assigned_user_id is null))::integer as unassigned,
      (count(*) filter (where ${isMine}))::integer as mine,
      (count(*) filter (where ${isMine} and ${isLate}))::integer as mine_late
    from ${db.table('signal')} s
    where s.status_state <> all(${[...CLOSED_STATUS_CODES]}::text[]) and ${visible}
    group by s.category_id, s.routing_department_ids`.execute(db.kysely)
  return rows
}

/** Where it was routed to, or else who is responsible for its category; with two departments it counts for both. */
function byDepartment(groups: readonly Group[], reference: Reference): DashboardDepartment[] {
  const counted = reference.departments.map(({ id, code, name }) => {
    const own = groups.filter((group) => isOf(group, { id, code }, reference))
    return {
      code,
      name,
      open: own.reduce((total, { open }) => total + open, 0),
      late: own.reduce((total, { late }) => total + late, 0),
    }
  })
  return counted.filter(({ open }) => open > 0).sort((one, other) => other.open - one.open)
}

function isOf(
  { category_id, routing_department_ids: routed }: Group,
  { id, code }: { readonly id: number; readonly code: string },
  reference: Reference,
): boolean {
  if (routed && routed.length > 0) return routed.includes(id)
  const { responsible } = getCategory(reference, category_id)
  return responsible
    .split(',')
    .map((one) => one.trim())
    .includes(code)
}

/** One query for the whole trend; what was ended is told by the state that reports have now. */
async function countWeeks(
  { db, clock, settings }: Context,
  visible: RawBuilder<boolean>,
): Promise<DashboardWeek[]> {
  const now = clock.now()
  const zone = settings.timeZone
  const { rows } = await sql<DashboardWeek>`
    with week as (
      select start, (start at time zone ${zone}) as begins,
        ((start + interval '7 days') at time zone ${zone}) as ends
      from generate_series(
        date_trunc('week', ${now}::timestamptz at time zone ${zone}) - ${WEEKS - 1} * interval '7 days',
        date_trunc('week', ${now}::timestamptz at time zone ${zone}), interval '7 days') as start
    )
    select to_char(week.start, 'YYYY-MM-DD') as start,
      (select count(*)::integer from ${db.table('signal')} s
        where s.created_at >= week.begins and s.created_at < week.ends and ${visible}) as made,
      (select count(*)::integer from ${db.table('signal')} s
        where s.status_state in ('o', 'a') and s.status_created_at >= week.begins
          and s.status_created_at < week.ends and ${visible}) as ended
    from week order by week.start`.execute(db.kysely)
  return rows
}
