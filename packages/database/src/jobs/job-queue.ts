import { createHash, randomUUID } from 'node:crypto'
import { fromKysely, PgBoss } from 'pg-boss'
import type { Database } from '../connection/database.ts'
import type { MunicipalityTransaction } from '../connection/municipality.ts'
import { createJobRunner, type JobFailure, type JobHandler } from './job-runner.ts'
import { backendOf, JOB_SCHEMA, joinResults } from './job-schema.ts'
import { FAILED_QUEUE, pgBossSettings, type QueueSettings } from './queue-settings.ts'

/** What is stored with a job: whose it is and what it is about. Ids only, no personal data. */
export interface JobEnvelope {
  readonly municipality: string
  readonly data: object
}

/** Job names with the data of each, declared by whoever defines the jobs. */
export type JobsByName<Jobs> = { [Name in keyof Jobs]: object }

export interface JobQueueOptions<Jobs extends JobsByName<Jobs>> {
  readonly queues: { readonly [Name in keyof Jobs & string]: QueueSettings }
  /** Whether this process takes jobs, keeps the schedules and watches over other workers; else it only adds. */
  readonly works: boolean
  /** Trouble of the queue itself; it goes on. */
  readonly onError?: ((error: Error) => void) | undefined
  readonly onWarning?: ((message: string) => void) | undefined
  /** A job that failed this time, to be logged. */
  readonly onJobFailed?: ((failure: JobFailure) => void) | undefined
  readonly timing?: Partial<JobTiming> | undefined
}

export interface JobTiming {
  readonly pollingSeconds: number
  /** How long a worker may be silent before its job is given to another. */
  readonly heartbeatSeconds: number
  readonly superviseSeconds: number
  readonly cronSeconds: number
}

export interface EnqueueOptions {
  /** While a job with this key waits to be started, adding it again changes nothing. */
  readonly key?: string | undefined
  readonly startAfter?: Date | undefined
}

export interface ScheduleOptions<Data> {
  readonly municipality: string
  /** Tells tasks of one queue apart: each combination of municipality and data has its own clock. */
  readonly data: Data
  readonly timeZone?: string | undefined
}

export interface ScheduledTask<
  Jobs extends JobsByName<Jobs>,
  Name extends keyof Jobs & string = keyof Jobs & string,
> {
  readonly name: Name
  readonly cron: string
  readonly data: Jobs[Name]
}

export interface JobQueue<Jobs extends JobsByName<Jobs>> {
  /** Adds a job within the transaction of the change it belongs to: both are there or neither is. */
  enqueue<Name extends keyof Jobs & string>(
    trx: MunicipalityTransaction,
    name: Name,
    data: Jobs[Name],
    options?: EnqueueOptions,
  ): Promise<void>
  work<Name extends keyof Jobs & string>(name: Name, handler: JobHandler<Jobs[Name]>): Promise<void>
  /** Runs a job by the clock, once for all workers together, with the hours of the Netherlands. */
  schedule<Name extends keyof Jobs & string>(
    name: Name,
    cron: string,
    options: ScheduleOptions<Jobs[Name]>,
  ): Promise<void>
  /** Makes these the only tasks that run by the clock for a municipality. */
  replaceSchedule(municipality: string, tasks: readonly ScheduledTask<Jobs>[]): Promise<void>
  /** The same for many; those whose tasks are already so are left alone. */
  replaceSchedules(tasksOf: ReadonlyMap<string, readonly ScheduledTask<Jobs>[]>): Promise<void>
  /** Puts a job that finally failed back in its queue; false when there is no such job. */
  retryJob(id: string): Promise<boolean>
  deleteFailedJob(id: string): Promise<void>
  /** Lets running jobs finish, and after some seconds hands back those that do not. */
  stop(): Promise<void>
}

const TIME_ZONE = 'Europe/Amsterdam'

export async function createJobQueue<Jobs extends JobsByName<Jobs>>(
  database: Database,
  options: JobQueueOptions<Jobs>,
): Promise<JobQueue<Jobs>> {
  const timing = { ...defaultTiming(database), ...options.timing }
  const boss = createBoss(database, options, timing)
  await boss.start()
  await createQueues(boss, options.queues, timing)
  const replaceSchedule: JobQueue<Jobs>['replaceSchedule'] = async (municipality, tasks) => {
    const keys = tasks.map(({ data }) => scheduleKey(municipality, data))
    await database.pool.query(
      `delete from ${JOB_SCHEMA}.schedule where data->>'municipality' = $1 and key <> all($2)`,
      [municipality, keys],
    )
    for (const task of tasks) await scheduleTask(boss, { ...task, municipality })
  }
  const runner = createJobRunner({ boss, database, timing, onJobFailed: options.onJobFailed })
  if (options.works && database.kind === 'embedded') await runner.failOrphans(Object.keys(options.queues))

  return {
    async enqueue(trx, name, data, { key, startAfter } = {}) {
      const envelope: JobEnvelope = { municipality: trx.key, data }
      await boss.send(name, envelope, {
        db: fromKysely(trx.kysely),
        singletonKey: singletonKey(trx.key, key ?? randomUUID()),
        ...(startAfter ? { startAfter } : {}),
      })
    },

    work: (name, handler) =>
      runner.work({ name, handler, concurrency: options.queues[name].concurrency ?? 1 }),

    async schedule(name, cron, task) {
      await scheduleTask(boss, { ...task, name, cron })
    },

    replaceSchedule,
    async replaceSchedules(tasksOf) {
      const kept = await listScheduleLines(database)
      for (const [municipality, tasks] of tasksOf) {
        const wanted = tasks.map(({ name, cron, data }) =>
          lineOf({ name, cron, key: scheduleKey(municipality, data), timeZone: TIME_ZONE }),
        )
        const isSame = wanted.toSorted().join('\n') === kept.get(municipality)?.toSorted().join('\n')
        if (!isSame) await replaceSchedule(municipality, tasks)
      }
    },

    retryJob: async (id) => (await boss.redrive(FAILED_QUEUE, { ids: [id] })) > 0,
    async deleteFailedJob(id) {
      await boss.deleteJob(FAILED_QUEUE, id)
    },
    stop: () => runner.stop(),
  }
}

function defaultTiming(database: Database): JobTiming {
  return {
    pollingSeconds: database.kind === 'embedded' ? 0.5 : 1,
    heartbeatSeconds: 30,
    superviseSeconds: 15,
    cronSeconds: 30,
  }
}

function createBoss<Jobs extends JobsByName<Jobs>>(
  database: Database,
  { works, onError, onWarning }: JobQueueOptions<Jobs>,
  timing: JobTiming,
): PgBoss {
  const boss = new PgBoss({
    schema: JOB_SCHEMA,
    backend: backendOf(database.kind),
    db: { executeSql: async (text, values) => joinResults(await database.pool.query(text, values)) },
    // The schema is made by the migrations, with the rights of the owner.
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
    // Where requests are traced, the work that they ask for is seen with them.
    openTelemetry: { propagateContext: true },
    schedule: works,
    supervise: works,
    superviseIntervalSeconds: timing.superviseSeconds,
    monitorIntervalSeconds: timing.superviseSeconds,
    cronMonitorIntervalSeconds: timing.cronSeconds,
    cronWorkerIntervalSeconds: Math.min(timing.cronSeconds, 5),
  })
  boss.on('error', (error) => onError?.(error))
  boss.on('warning', ({ message }) => onWarning?.(message))
  return boss
}

async function createQueues(
  boss: PgBoss,
  queues: Readonly<Record<string, QueueSettings>>,
  timing: JobTiming,
): Promise<void> {
  await boss.createQueue(FAILED_QUEUE, pgBossSettings({}, timing).failed)
  for (const [name, settings] of Object.entries(queues)) {
    const { fixed, changeable } = pgBossSettings(settings, timing)
    await boss.createQueue(name, { ...fixed, ...changeable })
    await boss.updateQueue(name, changeable)
  }
}

interface ScheduleLine {
  readonly name: string
  readonly key: string
  readonly cron: string
  readonly timeZone: string
}

function lineOf({ name, key, cron, timeZone }: ScheduleLine): string {
  return [name, key, cron, timeZone].join(' | ')
}

/** By municipality. */
async function listScheduleLines(database: Database): Promise<Map<string, string[]>> {
  const { rows } = await database.pool.query<ScheduleLine & { municipality: string }>(
    `select name, key, cron, timezone as "timeZone", data->>'municipality' as municipality from ${JOB_SCHEMA}.schedule`,
  )
  const lines = new Map<string, string[]>()
  for (const { municipality, ...line } of rows)
    lines.set(municipality, [...(lines.get(municipality) ?? []), lineOf(line)])
  return lines
}

interface Scheduling extends ScheduleOptions<object> {
  readonly name: string
  readonly cron: string
}

async function scheduleTask(
  boss: PgBoss,
  { name, cron, municipality, data, timeZone }: Scheduling,
): Promise<void> {
  const envelope: JobEnvelope = { municipality, data }
  const key = scheduleKey(municipality, data)
  await boss.schedule(name, cron, envelope, {
    key,
    tz: timeZone ?? TIME_ZONE,
    singletonKey: key,
    missed: 'once',
  })
}

function scheduleKey(municipality: string, data: object): string {
  return `${municipality}/${createHash('sha256').update(JSON.stringify(data)).digest('hex').slice(0, 16)}`
}

function singletonKey(municipality: string, key: string): string {
  return `${municipality}/${key}`
}
