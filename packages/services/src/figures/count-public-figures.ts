import { LEAST_SHOWN, shareOf, sumShown, suppressSmall } from '@signalen/domain'
import { sql } from 'kysely'
import { daysBefore } from '../background/pieces.ts'
import type { Context } from '../context.ts'
import { readReference } from '../signals/reference.ts'

/** Null stands for too few to tell. */
export interface PublicFigures {
  readonly from: string
  readonly until: string
  readonly total: FigureRow
  readonly months: readonly {
    readonly month: string
    readonly reported: number | null
    readonly solved: number | null
  }[]
  readonly categories: readonly ({ readonly name: string; readonly slug: string } & FigureRow)[]
}

export interface FigureRow {
  readonly reported: number | null
  readonly solved: number | null
  /** Half of what was solved took no longer. */
  readonly medianDays: number | null
  readonly satisfiedPercent: number | null
}

const PERIOD_DAYS = 365

/** Counts the past year, of categories that anyone may see. Answers how many reports it counted. */
export async function countPublicFigures(context: Context): Promise<number> {
  const until = context.clock.now()
  const from = daysBefore(until, PERIOD_DAYS)
  const rows = await countByMain(context, from)
  const months = await countByMonth(context, from)
  const figures = await describe(context, { from, until, rows, months })
  await context.db.kysely
    .insertInto('public_figures')
    .values({ made_at: until, figures: JSON.stringify(figures) })
    .onConflict((conflict) =>
      conflict.column('only_one').doUpdateSet({ made_at: until, figures: JSON.stringify(figures) }),
    )
    .execute()
  return rows.reduce((sum, { reported }) => sum + reported, 0)
}

interface MainRow {
  readonly main_id: number
  readonly reported: number
  readonly solved: number
  readonly median_days: number | null
  readonly answers: number
  readonly satisfied: number
}

async function countByMain({ db }: Context, from: Date): Promise<MainRow[]> {
  const { rows } = await sql<MainRow>`
    select category.parent_id as main_id, count(*)::int as reported,
      (count(*) filter (where s.status_state = 'o'))::int as solved,
      (percentile_cont(0.5) within group (order by extract(epoch from s.status_created_at - s.created_at) / 86400)
        filter (where s.status_state = 'o'))::float8 as median_days,
      count(said.is_satisfied)::int as answers,
      (count(*) filter (where said.is_satisfied))::int as satisfied
    from ${db.table('signal')} s
    join ${db.table('category')} category on category.id = s.category_id and category.is_public_accessible
    left join lateral (
      select is_satisfied from ${db.table('feedback')} feedback
      where feedback.signal_id = s.id and feedback.submitted_at is not null
      order by feedback.created_at desc, feedback.id desc limit 1) said on true
    where s.created_at >= ${from} and s.parent_id is null
    group by category.parent_id order by reported desc, main_id`.execute(db.kysely)
  return rows
}

interface MonthRow {
  readonly month: string
  readonly reported: number
  readonly solved: number
}

async function countByMonth({ db, settings }: Context, from: Date): Promise<MonthRow[]> {
  const { rows } = await sql<MonthRow>`
    select to_char(s.created_at at time zone ${settings.timeZone}, 'YYYY-MM') as month,
      count(*)::int as reported, (count(*) filter (where s.status_state = 'o'))::int as solved
    from ${db.table('signal')} s
    join ${db.table('category')} category on category.id = s.category_id and category.is_public_accessible
    where s.created_at >= ${from} and s.parent_id is null group by 1 order by 1`.execute(db.kysely)
  return rows
}

interface Counted {
  readonly from: Date
  readonly until: Date
  readonly rows: readonly MainRow[]
  readonly months: readonly MonthRow[]
}

async function describe(context: Context, { from, until, rows, months }: Counted): Promise<PublicFigures> {
  const { mains } = await readReference(context.db)
  const reported = suppressSmall(rows.map((row) => row.reported))
  const solved = suppressSmall(rows.map((row) => row.solved))
  const monthReported = suppressSmall(months.map((row) => row.reported))
  const monthSolved = suppressSmall(months.map((row) => row.solved))
  return {
    from: from.toISOString().slice(0, 10),
    until: until.toISOString().slice(0, 10),
    total: await describeTotal(context, from, rows),
    months: months.map(({ month }, index) => ({
      month,
      reported: monthReported[index] ?? null,
      solved: monthSolved[index] ?? null,
    })),
    categories: rows.flatMap((row, index) => {
      const main = mains.get(row.main_id)
      if (!main) return []
      return [
        {
          name: main.publicName || main.name,
          slug: main.slug,
          reported: reported[index] ?? null,
          solved: solved[index] ?? null,
          medianDays: solved[index] == null ? null : daysOf(row.solved, row.median_days),
          satisfiedPercent: shareOf(row.satisfied, row.answers),
        },
      ]
    }),
  }
}

function daysOf(solved: number, days: number | null): number | null {
  return days === null || solved < LEAST_SHOWN ? null : Math.round(days * 10) / 10
}

async function describeTotal({ db }: Context, from: Date, rows: readonly MainRow[]): Promise<FigureRow> {
  const { rows: medians } = await sql<{ median_days: number | null }>`
    select (percentile_cont(0.5) within group (
      order by extract(epoch from s.status_created_at - s.created_at) / 86400))::float8 as median_days
    from ${db.table('signal')} s
    join ${db.table('category')} category on category.id = s.category_id and category.is_public_accessible
    where s.created_at >= ${from} and s.parent_id is null and s.status_state = 'o'`.execute(db.kysely)
  const sumOf = (read: (row: MainRow) => number) => rows.reduce((sum, row) => sum + read(row), 0)
  return {
    reported: sumShown(rows.map(({ reported }) => reported)),
    solved: sumShown(rows.map(({ solved }) => solved)),
    medianDays: daysOf(
      sumOf(({ solved }) => solved),
      medians[0]?.median_days ?? null,
    ),
    satisfiedPercent: shareOf(
      sumOf(({ satisfied }) => satisfied),
      sumOf(({ answers }) => answers),
    ),
  }
}
