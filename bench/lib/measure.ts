export interface Measured {
  readonly name: string
  readonly requests: number
  readonly perSecond: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface Measurement {
  readonly name: string
  /** One request; throws when the answer is not the expected one. */
  run(turn: number): Promise<void>
}

export interface MeasureOptions {
  readonly seconds: number
  readonly clients: number
}

/** A number of clients that each ask again as soon as they have an answer. */
export async function measure(measurement: Measurement, options: MeasureOptions): Promise<Measured> {
  for (let turn = 0; turn < 20; turn += 1) await measurement.run(-1 - turn)
  const times: number[] = []
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
  times.sort((a, b) => a - b)
  const at = (share: number) => round(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN)
  const perSecond = round(times.length / seconds)
  return { name: measurement.name, requests: times.length, perSecond, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
