import { alignColumns } from './figures.ts'
import { round } from './measure.ts'
import type { Place } from './measure-skew.ts'
import { recordMemory } from './memory.ts'
import { listMixedRequests } from './mixed-requests.ts'
import { steadyLoad } from './steady-load.ts'
import { findTrend, type Sample } from './trend.ts'

/** More growth in an hour than this share is not flat. */
const MOST_GROWTH = 0.03
const SAMPLES_OF_A_MINUTE = 6

/** What the process holds while staff and residents ask a bit of everything. */
export async function measureMemory(place: Place, { minutes, unit }: { minutes: number; unit: number }) {
  const { target, client, reports, say } = place
  const tokens = {
    everything: await target.issuer.tokenFor('beheerder@waterveste.example'),
    department: await target.issuer.tokenFor('behandelaar.afval@waterveste.example'),
  }
  const recorder = recordMemory(target.server, ({ resident, heap }) => {
    const [held, objects] = [resident.at(-1), heap.at(-1)]
    say(
      `  ${held?.seconds} s: ${Math.round(held?.value ?? 0)} MB held, heap ${Math.round(objects?.value ?? 0)} MB`,
    )
  })
  const requests = listMixedRequests({ client, tokens, reports, url: target.server.url })
  const figures = await steadyLoad(requests, minutes * 60).finally(recorder.stop)
  const memory = Object.entries(recorder.record).map(([what, samples]) => describe(what, samples, minutes))
  return {
    grows: memory.some(({ what, verdict }) => what !== 'external' && verdict === 'grows'),
    table: `${tableOfRequests(figures)}\n\n${tableOfMemory(memory)}`,
    figures: {
      minutes,
      memory,
      requests: figures.map(({ p50, p95, p99, longest, ...rest }) => ({
        ...rest,
        p50: round(p50 / unit),
        p95: round(p95 / unit),
        p99: round(p99 / unit),
        longest: round(longest / unit),
      })),
    },
  }
}

function describe(what: string, samples: readonly Sample[], minutes: number) {
  const window = minutes >= 10 ? SAMPLES_OF_A_MINUTE : 1
  const trend = findTrend(samples, { most: MOST_GROWTH, window })
  const percent = (share: number) => round(share * 100)
  return {
    what,
    megabytes: Math.round(trend.mean),
    most: Math.round(Math.max(...samples.map(({ value }) => value))),
    percentAnHour: percent(trend.growth),
    atLeast: percent(trend.atLeast),
    atMost: percent(trend.atMost),
    verdict: trend.verdict,
  }
}

function tableOfMemory(memory: readonly ReturnType<typeof describe>[]): string {
  const rows = memory.map(({ what, megabytes, most, percentAnHour, atLeast, atMost, verdict }) => [
    what,
    String(megabytes),
    String(most),
    `${percentAnHour}%`,
    `${atLeast}% to ${atMost}%`,
    verdict,
  ])
  return alignColumns(['memory', 'MB', 'most', 'an hour', 'between', ''], rows)
}

function tableOfRequests(figures: Awaited<ReturnType<typeof steadyLoad>>): string {
  const rows = figures.map(({ name, requests, failed, p50, p95, p99, longest }) => [
    name,
    ...[requests, failed, p50, p95, p99, longest].map(String),
  ])
  return alignColumns(['request', 'asked', 'failed', 'p50', 'p95', 'p99', 'longest'], rows)
}
