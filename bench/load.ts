// `npm run bench:load`: whether a rush for one thing leaves others alone, and whether memory stays flat.
//   -- --reports 50000 --database postgres|embedded --part skew|mixed|both
//   -- --seconds 60    of each scene of the rush
//   -- --throttle off  what one network address may send is not limited, as it is by default
//   -- --minutes 120   of mixed load; --heap 600 gives the server as many megabytes for its objects, as a limit would
import { parseArgs } from 'node:util'
import { createHttpClient } from '../test/lib/http-client.ts'
import { describeMachine, describeUnit, writeFigureFile } from './lib/figures.ts'
import { fromManyAddresses } from './lib/from-many-addresses.ts'
import { measure, warmUp } from './lib/measure.ts'
import { measureMemory } from './lib/measure-memory.ts'
import { measureSkew } from './lib/measure-skew.ts'
import { openTarget } from './lib/open-target.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '50000' },
    database: { type: 'string', default: 'postgres' },
    part: { type: 'string', default: 'both' },
    seconds: { type: 'string', default: '60' },
    minutes: { type: 'string', default: '2' },
    heap: { type: 'string' },
    throttle: { type: 'string', default: 'on' },
  },
})
const reports = Number(values.reports)
const kind = values.database === 'embedded' ? 'embedded' : 'postgres'
const say = (sentence: string) => void process.stdout.write(`${sentence}\n`)

say(`${kind}, ${reports} reports`)
const environment = {
  TRUST_PROXY: 'yes',
  PUBLIC_RATE_LIMIT: values.throttle === 'off' ? 'off' : '60/hour',
  ...(values.heap ? { NODE_OPTIONS: `--max-old-space-size=${values.heap}` } : {}),
}
const target = await openTarget({ kind, reports, environment, progress: say })
const client = fromManyAddresses(createHttpClient(target.server.url))
try {
  const health = { name: 'unit', run: async () => void (await client.ask('/status/health')) }
  await warmUp(health)
  const unit = await measure(health, { seconds: 3, clients: 1, pids: target.pids })
  const place = { target, client, reports, say }
  const heap = values.heap ? { heapMegabytes: Number(values.heap) } : {}
  const about = () => ({
    ...describeMachine(),
    reports,
    throttle: values.throttle,
    ...heap,
    unit: describeUnit(unit),
  })
  if (values.part !== 'mixed') {
    const skew = await measureSkew(place, { seconds: Number(values.seconds), unit: unit.p50 })
    say(skew.table)
    say(`written to ${await writeFigureFile(`load-${kind}`, { skew: { ...about(), ...skew.figures } })}`)
    if (!skew.isWithin) process.exitCode = 1
  }
  if (values.part !== 'skew') {
    const mixed = await measureMemory(place, { minutes: Number(values.minutes), unit: unit.p50 })
    say(mixed.table)
    say(`written to ${await writeFigureFile(`load-${kind}`, { mixed: { ...about(), ...mixed.figures } })}`)
    if (mixed.grows) process.exitCode = 1
  }
} finally {
  client.close()
  await target.close()
}
