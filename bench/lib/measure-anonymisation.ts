import { setTimeout as delay } from 'node:timers/promises'
import { createHttpClient, type HttpClient } from '../../test/lib/http-client.ts'
import { alignColumns, describeUnit } from './figures.ts'
import { watchLockWaits } from './lock-waits.ts'
import { measure, round, warmUp } from './measure.ts'
import { openTarget, type Target } from './open-target.ts'
import { openWorkQueue, type WorkQueue } from './queue-work.ts'
import { addNote, createReport, listRequests } from './requests.ts'
import { type SteadyFigures, type SteadyRequest, startSteadyLoad, steadyLoad } from './steady-load.ts'

export interface AnonymisationMeasurement {
  readonly reports: number
  readonly seconds: number
  say(sentence: string): void
}

const TASK = 'anonymise-reporters'
/** No request may be held up by more. */
const MOST_MILLISECONDS = 50
const READ = ['list of the 50 newest', 'list by status', 'detail']

/** What requests wait while a worker forgets the reporters of all reports that are long past. */
export async function measureAnonymisation(options: AnonymisationMeasurement) {
  const { reports, say } = options
  const environment = { ROLE: 'web' }
  const target = await openTarget({ kind: 'postgres', reports, environment, progress: say })
  const client = createHttpClient(target.server.url)
  try {
    const health = { name: 'unit', run: async () => void (await client.ask('/status/health')) }
    await warmUp(health)
    const unit = await measure(health, { seconds: 3, clients: 1, pids: target.pids })
    await target.startAnother({ ROLE: 'worker' })
    const queue = await openWorkQueue(target.databaseUrl ?? '')
    try {
      const outcome = await compare(queue, await listAsked(target, client, reports), { ...options, target })
      return { ...judge(outcome, unit.p50), unit: describeUnit(unit) }
    } finally {
      await queue.close()
    }
  } finally {
    client.close()
    await target.close()
  }
}

async function listAsked(target: Target, client: HttpClient, reports: number): Promise<SteadyRequest[]> {
  const tokens = {
    everything: await target.issuer.tokenFor('beheerder@waterveste.example'),
    department: await target.issuer.tokenFor('behandelaar.afval@waterveste.example'),
  }
  const surroundings = { client, tokens, reports }
  const asked = [
    ...listRequests(surroundings).filter(({ name }) => READ.includes(name)),
    { name: 'create', run: createReport(client) },
    { name: 'add a note', run: addNote(surroundings) },
  ]
  return asked.map((one) => ({ ...one, perSecond: 5 }))
}

interface Outcome {
  readonly before: readonly SteadyFigures[]
  readonly during: readonly SteadyFigures[]
  readonly after: readonly SteadyFigures[]
  readonly lockWait: { readonly longest: number; readonly seen: number }
  readonly seconds: number
  readonly reporters: number
}

async function compare(
  queue: WorkQueue,
  asked: readonly SteadyRequest[],
  { target, seconds, say }: AnonymisationMeasurement & { readonly target: Target },
): Promise<Outcome> {
  await steadyLoad(asked, 5)
  say('  before')
  const before = await steadyLoad(asked, seconds)
  say('  while reporters are forgotten')
  const locks = await watchLockWaits(target.databaseUrl ?? '')
  const load = startSteadyLoad(asked)
  const begin = performance.now()
  await queue.runTask(TASK)
  const reporters = await untilDone(queue)
  const took = round((performance.now() - begin) / 1000)
  const during = await load.stop()
  const lockWait = await locks.stop()
  say('  afterwards')
  const after = await steadyLoad(asked, Math.min(10, seconds))
  return { before, during, after, lockWait, seconds: took, reporters }
}

async function untilDone({ database }: WorkQueue): Promise<number> {
  const db = database.municipality('default')
  for (;;) {
    const run = await db.kysely
      .selectFrom('task_run')
      .select(['outcome', 'detail'])
      .where('task', '=', TASK)
      .where('outcome', '<>', 'running')
      .executeTakeFirst()
    if (run?.outcome === 'failed') throw new Error(`the task failed: ${JSON.stringify(run.detail)}`)
    if (run) return Number((run.detail as { reporters?: number }).reporters)
    await delay(200)
  }
}

function judge(outcome: Outcome, unit: number) {
  const pairs = outcome.before.flatMap((before, place) => {
    const [during, after] = [outcome.during[place], outcome.after[place]]
    return during && after ? [{ before, during, after }] : []
  })
  const isUnblocked =
    outcome.lockWait.longest <= MOST_MILLISECONDS &&
    pairs.every(({ before, during }) => during.p99 <= before.p99 + MOST_MILLISECONDS && during.failed === 0)
  const inUnits = ({ p50, p95, p99, longest }: SteadyFigures) => ({
    p50: round(p50 / unit),
    p95: round(p95 / unit),
    p99: round(p99 / unit),
    longest: round(longest / unit),
  })
  const { seconds, reporters, lockWait } = outcome
  return {
    isUnblocked,
    figures: {
      reporters,
      seconds,
      perSecond: Math.round(reporters / seconds),
      longestLockWaitMilliseconds: lockWait.longest,
      requests: pairs.map(({ before, during, after }) => ({
        name: before.name,
        before: inUnits(before),
        during: inUnits(during),
        after: inUnits(after),
      })),
    },
    table: tableOf(pairs, outcome),
  }
}

function tableOf(
  pairs: readonly { before: SteadyFigures; during: SteadyFigures; after: SteadyFigures }[],
  { reporters, seconds, lockWait }: Outcome,
): string {
  const rows = pairs.flatMap(({ before, during, after }) =>
    Object.entries({ before, during, after }).map(([when, one]) => [
      one.name,
      when,
      ...[one.requests, one.failed, one.p50, one.p95, one.p99, one.longest].map(String),
    ]),
  )
  const head = ['request', 'when', 'asked', 'failed', 'p50', 'p95', 'p99', 'longest']
  return `${alignColumns(head, rows)}
${reporters} reporters forgotten in ${seconds} s; longest wait for a lock ${lockWait.longest} ms, seen at ${lockWait.seen} looks`
}
