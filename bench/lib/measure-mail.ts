import { setTimeout as delay } from 'node:timers/promises'
import { readCpuMilliseconds } from './cpu-time.ts'
import { alignColumns } from './figures.ts'
import { round } from './measure.ts'
import { openTarget } from './open-target.ts'
import { openWorkQueue, type WorkQueue } from './queue-work.ts'
import { type Lateness, type SlowMailServer, startSlowMailServer } from './slow-mail-server.ts'

export interface MailMeasurement {
  readonly milliseconds: number
  readonly late: Lateness
  readonly seconds: number
  readonly workers: number
  readonly connections: number
  say(sentence: string): void
}

/** What the issue asks of the workers. */
const WANTED_PER_SECOND = 100
/** Mails that come in so fast may be this old when they arrive, beside what the mail server takes. */
const MOST_DELAY_MILLISECONDS = 5000
const PIECES_PER_SECOND = 5

/** How many mails the workers send, and how late they are when a hundred come in each second. */
export async function measureMail(options: MailMeasurement) {
  const mailServer = await startSlowMailServer(options)
  const environment = {
    SMTP_URL: mailServer.url,
    SMTP_CONNECTIONS: String(options.connections),
    ROLE: 'web',
  }
  const target = await openTarget({ kind: 'postgres', reports: 100, environment, progress: () => {} })
  try {
    const pids = target.pids.filter((pid) => pid !== target.server.pid)
    for (let worker = 0; worker < options.workers; worker += 1)
      pids.push((await target.startAnother({ ROLE: 'worker' })).pid)
    const queue = await openWorkQueue(target.databaseUrl ?? '')
    try {
      options.say(`  ${WANTED_PER_SECOND} a second come in, for ${options.seconds} s`)
      const steady = await sendSteadily(queue, mailServer, options.seconds)
      options.say(`  ${WANTED_PER_SECOND * options.seconds} at once`)
      const cpuBefore = readCpuMilliseconds(pids)
      const heap = WANTED_PER_SECOND * options.seconds
      const atOnce = await sendAtOnce(queue, mailServer, heap)
      const cpu = round((readCpuMilliseconds(pids) - cpuBefore) / heap)
      const figures = { ...steady, ...atOnce, cpu, mostConnections: mailServer.mostConnections() }
      const keepsUp = steady.delayP95 <= MOST_DELAY_MILLISECONDS && atOnce.perSecond >= WANTED_PER_SECOND
      return { keepsUp, figures: { ...settingsOf(options), ...figures }, table: tableOf(options, figures) }
    } finally {
      await queue.close()
    }
  } finally {
    await target.close()
    await mailServer.close()
  }
}

function settingsOf({ milliseconds, late, seconds, workers, connections }: MailMeasurement) {
  return { milliseconds, late, seconds, workers, connections }
}

async function sendSteadily(queue: WorkQueue, mailServer: SlowMailServer, seconds: number) {
  const before = mailServer.arrived.length
  const begin = performance.now()
  const pieces = seconds * PIECES_PER_SECOND
  for (let piece = 0; piece < pieces; piece += 1) {
    const late = begin + (piece * 1000) / PIECES_PER_SECOND - performance.now()
    if (late > 0) await delay(late)
    await queue.queueMails(WANTED_PER_SECOND / PIECES_PER_SECOND)
  }
  const queuedPerSecond = round((seconds * WANTED_PER_SECOND * 1000) / (performance.now() - begin))
  await untilArrived(mailServer, before + seconds * WANTED_PER_SECOND)
  const delays = mailServer.arrived
    .slice(before)
    .map(({ to, at }) => at - Number(to.split('@')[0]))
    .sort((a, b) => a - b)
  const at = (share: number) => Math.round(delays[Math.floor(delays.length * share)] ?? Number.NaN)
  return {
    queuedPerSecond,
    delayP50: at(0.5),
    delayP95: at(0.95),
    delayLongest: Math.round(delays.at(-1) ?? 0),
  }
}

async function sendAtOnce(queue: WorkQueue, mailServer: SlowMailServer, count: number) {
  const before = mailServer.arrived.length
  const begin = performance.now()
  for (let queued = 0; queued < count; queued += 500) await queue.queueMails(Math.min(500, count - queued))
  const queued = performance.now()
  await untilArrived(mailServer, before + count)
  const last = mailServer.arrived.at(-1)?.at ?? Number.NaN
  // Those that went out while the rest was still being queued count, and so does the time that this took.
  return {
    perSecond: round((count * 1000) / (last - begin)),
    queuedInSeconds: round((queued - begin) / 1000),
  }
}

async function untilArrived({ arrived }: SlowMailServer, count: number): Promise<void> {
  const until = performance.now() + 300_000
  while (arrived.length < count) {
    if (performance.now() > until) throw new Error(`${arrived.length} of ${count} mails arrived`)
    await delay(50)
  }
}

function tableOf(
  { workers, milliseconds, late }: MailMeasurement,
  figures: Awaited<ReturnType<typeof sendSteadily>> &
    Awaited<ReturnType<typeof sendAtOnce>> & { readonly mostConnections: number; readonly cpu: number },
): string {
  const what = late === 'mail' ? 'for each mail' : 'for each answer'
  const rows = [
    ['workers', String(workers)],
    ['mail server', `${milliseconds} ms ${what}, at most ${figures.mostConnections} connections`],
    ['came in', `${figures.queuedPerSecond} a second`],
    [
      'then arrived after',
      `${figures.delayP50} ms (p50), ${figures.delayP95} (p95), ${figures.delayLongest} (longest)`,
    ],
    ['sent of a heap', `${figures.perSecond} a second`],
    ['processor for each', `${figures.cpu} ms, of the workers and the database together`],
  ]
  return alignColumns(['mail', ''], rows)
}
