import type { Context } from '../context.ts'

export interface TaskRun {
  readonly id: number
  readonly task: string
  readonly startedAt: Date
  readonly finishedAt: Date | null
  readonly outcome: 'running' | 'done' | 'failed'
  readonly detail: Readonly<Record<string, unknown>>
}

/** What came of a task when it last succeeded. */
export async function findLastResult(
  context: Context,
  task: string,
): Promise<Readonly<Record<string, number>> | undefined> {
  const row = await context.db.kysely
    .selectFrom('task_run')
    .select('detail')
    .where('task', '=', task)
    .where('outcome', '=', 'done')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.detail as Readonly<Record<string, number>> | undefined
}

export async function beginRun(context: Context, task: string): Promise<number> {
  const now = context.clock.now()
  // A run that was broken off never came to say so.
  await context.db.kysely
    .updateTable('task_run')
    .set({ outcome: 'failed', finished_at: now, detail: JSON.stringify({ reason: 'afgebroken' }) })
    .where('task', '=', task)
    .where('outcome', '=', 'running')
    .execute()
  const { id } = await context.db.kysely
    .insertInto('task_run')
    .values({ task, started_at: now, finished_at: null })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function endRun(
  context: Context,
  id: number,
  end: { readonly outcome: 'done' | 'failed'; readonly detail: object },
): Promise<void> {
  await context.db.kysely
    .updateTable('task_run')
    .set({ outcome: end.outcome, finished_at: context.clock.now(), detail: JSON.stringify(end.detail) })
    .where('id', '=', id)
    .execute()
}

/** Newest first. */
export async function listTaskRuns(
  context: Context,
  placeOf: (count: number) => { limit: number; offset: number },
): Promise<{ count: number; runs: TaskRun[] }> {
  const { count } = await context.db.kysely
    .selectFrom('task_run')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const { limit, offset } = placeOf(Number(count))
  const rows = await context.db.kysely
    .selectFrom('task_run')
    .selectAll()
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return { count: Number(count), runs: rows.map(presentRun) }
}

/** The run of a task that began last. */
export async function findLastRun(context: Context, task: string): Promise<TaskRun | undefined> {
  const row = await context.db.kysely
    .selectFrom('task_run')
    .selectAll()
    .where('task', '=', task)
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && presentRun(row)
}

/** Of each task the run that began last. */
export async function listLastRuns(context: Context): Promise<TaskRun[]> {
  const rows = await context.db.kysely
    .selectFrom('task_run')
    .selectAll()
    .distinctOn('task')
    .orderBy('task')
    .orderBy('started_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(presentRun)
}

interface TaskRunRow {
  readonly id: number
  readonly task: string
  readonly started_at: Date
  readonly finished_at: Date | null
  readonly outcome: string
  readonly detail: unknown
}

function presentRun(row: TaskRunRow): TaskRun {
  return {
    id: row.id,
    task: row.task,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    outcome: row.outcome as TaskRun['outcome'],
    detail: row.detail as TaskRun['detail'],
  }
}
