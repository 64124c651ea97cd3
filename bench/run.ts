// `npm run bench -- --reports 50000 --database embedded|postgres|both`: what requests cost at that size.
import { parseArgs } from 'node:util'
import { createHttpClient, type HttpClient } from '../test/lib/http-client.ts'
import { type MeasuredRequest, tableOf, writeFigures } from './lib/figures.ts'
import { measure, warmUp } from './lib/measure.ts'
import { type DatabaseKind, openTarget, type Target } from './lib/open-target.ts'
import { type BenchRequest, createReport, listRequests } from './lib/requests.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '50000' },
    database: { type: 'string', default: 'both' },
    seconds: { type: 'string', default: '3' },
    clients: { type: 'string', default: '4' },
    only: { type: 'string' },
  },
})
const reports = Number(values.reports)
const seconds = Number(values.seconds)
const clients = Number(values.clients)

for (const kind of kindsOf(values.database)) await benchmark(kind)

function kindsOf(name: string): DatabaseKind[] {
  if (name === 'embedded' || name === 'postgres') return [name]
  if (name === 'both') return ['embedded', 'postgres']
  throw new Error('--database is embedded, postgres or both')
}

async function benchmark(kind: DatabaseKind): Promise<void> {
  say(`\n${kind}, ${reports} reports`)
  const target = await openTarget({ kind, reports, progress: say })
  const client = createHttpClient(target.server.url)
  try {
    const run = await measureAll(target, client, kind)
    say(tableOf(run))
    say(`memory ${run.memoryMegabytes.atStart} MB at start, ${run.memoryMegabytes.atEnd} MB at the end`)
    if (values.only === undefined) say(`written to ${await writeFigures(run)}`)
  } finally {
    client.close()
    await target.close()
  }
}

async function measureAll(target: Target, client: HttpClient, kind: DatabaseKind) {
  const { server, issuer, seedSeconds, databaseMegabytes, pids } = target
  const atStart = server.memoryMegabytes()
  const health: BenchRequest = {
    name: 'unit',
    run: async () => void (await client.ask('/status/health')),
  }
  await warmUp(health)
  const unit = await measure(health, { seconds, clients: 1, pids })
  const all = listRequests({
    client,
    reports,
    tokens: {
      everything: await issuer.tokenFor('beheerder@waterveste.example'),
      department: await issuer.tokenFor('behandelaar.afval@waterveste.example'),
    },
  })
  const only = values.only
  const chosen = only === undefined ? all : all.filter(({ name }) => name.includes(only))
  const requests: MeasuredRequest[] = []
  for (const request of chosen) requests.push(await measureOne(request, pids))
  if (only === undefined) requests.push(await measureWhileCreating(chosen[0], { client, pids }))
  const memoryMegabytes = { atStart, atEnd: server.memoryMegabytes() }
  const about = { database: kind, reports, clients, seedSeconds, databaseMegabytes, memoryMegabytes }
  return { ...about, unit, requests }
}

async function measureOne(request: BenchRequest, pids: readonly number[]): Promise<MeasuredRequest> {
  const { name, referenceMilliseconds } = request
  await warmUp(request)
  const alone = await measure(request, { seconds, clients: 1, pids })
  const together = await measure(request, { seconds, clients, pids })
  say(`  ${name}: ${alone.p50} ms, ${alone.cpu} ms of processor time`)
  return { name, alone, together, ...(referenceMilliseconds === undefined ? {} : { referenceMilliseconds }) }
}

/** The list while somebody makes ten reports a second. */
async function measureWhileCreating(
  list: BenchRequest | undefined,
  { client, pids }: { readonly client: HttpClient; readonly pids: readonly number[] },
): Promise<MeasuredRequest> {
  if (!list) throw new Error('there is no list to measure')
  const create = createReport(client)
  let turn = 0
  const creating: Promise<void>[] = []
  const timer = setInterval(() => {
    turn += 1
    creating.push(create(turn))
  }, 100)
  try {
    return await measureOne({ ...list, name: `${list.name}, while ten a second are made` }, pids)
  } finally {
    clearInterval(timer)
    await Promise.all(creating)
  }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}
