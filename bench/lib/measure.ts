import { readCpuMilliseconds } from './cpu-time.ts'

export interface Measured {
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Milliseconds of processor time for each request. */
  readonly cpu: number
}

export interface Measurement {
  readonly name: string
  /** One request; throws when the answer is not the expected one. */
  run(turn: number): Promise<void>
}

export interface MeasureOptions {
  readonly seconds: number
  readonly clients: number
  /** Whose processor time counts. */
  readonly pids: readonly number[]
}

/** A number of clients that each ask again as soon as they have an answer. */
export async function measure(measurement: Measurement, options: MeasureOptions): Promise<Measured> {
  const times: number[] = []
  const cpuBefore = readCpuMilliseconds(options.pids)
  const begin = performance.now()
  const until = begin + options.seconds * 1000
  let turn = 0
  async function client(): Promise<void> {
    while (performance.now() < until) {
      const sent = performance.now()
      turn += 1
      await measurement.run(turn)
      times.push(performance.now() - sent)
    }
  }
  await Promise.all(Array.from({ length: options.clients }, client))
  const seconds = (performance.now() - begin) / 1000
  const cpu = round((readCpuMilliseconds(options.pids) - cpuBefore) / times.length)
  return { ...summarise(times, seconds), cpu }
}

/** Runs once before it counts: connections open, code compiled. At most a second. */
export async function warmUp(measurement: Measurement): Promise<void> {
  const until = performance.now() + 1000
  for (let turn = 0; turn < 100 && performance.now() < until; turn += 1) await measurement.run(-1 - turn)
}

function summarise(times: number[], seconds: number): Omit<Measured, 'cpu'> {
  times.sort((a, b) => a - b)
  const at = (share: number) =>
    round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN)
  const perSecond = round(times.length / seconds)
  return { requests: times.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
