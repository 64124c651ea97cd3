import { setTimeout as delay } from 'node:timers/promises'
import { type Measurement, round } from './measure.ts'

export interface SteadyRequest extends Measurement {
  readonly perSecond: number
}

/** Milliseconds, counted from when each request was due. */
export interface SteadyFigures {
  readonly name: string
  readonly requests: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly longest: number
}

export interface SteadyLoad {
  /** Nothing new is sent; what was sent is waited for. */
  stop(): Promise<readonly SteadyFigures[]>
}

interface Results {
  readonly request: SteadyRequest
  readonly times: number[]
  readonly faults: string[]
  readonly running: Set<Promise<void>>
}

/**
 * Sends each request at its own times, whether or not those before it were answered, as people do who do not
 * know of each other: a server that falls behind is seen to.
 */
export function startSteadyLoad(requests: readonly SteadyRequest[]): SteadyLoad {
  const ended = new AbortController()
  const all = requests.map((request): Results => ({ request, times: [], faults: [], running: new Set() }))
  const sending = all.map((results, place) => keepSending(results, place / all.length, ended.signal))
  return {
    async stop() {
      ended.abort()
      await Promise.all(sending)
      await Promise.all(all.flatMap(({ running }) => [...running]))
      return all.map(summarise)
    },
  }
}

export async function steadyLoad(
  requests: readonly SteadyRequest[],
  seconds: number,
): Promise<readonly SteadyFigures[]> {
  const load = startSteadyLoad(requests)
  await delay(seconds * 1000)
  return load.stop()
}

async function keepSending(results: Results, offset: number, ended: AbortSignal): Promise<void> {
  const pause = 1000 / results.request.perSecond
  const begin = performance.now() + pause * offset
  for (let turn = 0; ; turn += 1) {
    const due = begin + turn * pause
    const late = due - performance.now()
    if (late > 0) await delay(late, undefined, { signal: ended }).catch(() => undefined)
    if (ended.aborted) return
    const sent = sendOne(results, turn, due)
    results.running.add(sent)
    sent.finally(() => results.running.delete(sent))
  }
}

async function sendOne({ request, times, faults }: Results, turn: number, due: number): Promise<void> {
  try {
    await request.run(turn)
    times.push(performance.now() - due)
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error))
  }
}

function summarise({ request, times, faults }: Results): SteadyFigures {
  if (faults[0] !== undefined) process.stderr.write(`${request.name} failed: ${faults[0].slice(0, 300)}\n`)
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN)
  return {
    name: request.name,
    requests: times.length + faults.length,
    failed: faults.length,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: round(times.at(-1) ?? Number.NaN),
  }
}
