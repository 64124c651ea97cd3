export interface Sample {
  readonly seconds: number
  readonly value: number
}

/** Shares of the mean, for each hour: what it grows by, at least and at most. */
export interface Trend {
  readonly mean: number
  readonly growth: number
  readonly atLeast: number
  readonly atMost: number
  readonly verdict: 'flat' | 'grows' | 'too short to say'
}

/** What is taken at first stays taken: caches fill, code is compiled. */
const SETTLING_SHARE = 0.25

/** Before that, what a process still takes looks like growth. */
const SHORTEST_SECONDS = 900

/** Neighbouring samples resemble each other, so that the usual two standard errors say too much. */
const STANDARD_ERRORS = 4

/**
 * The straight line that fits best, with a bound on its slope. Memory rises until it is tidied, so of each
 * `window` samples the lowest counts.
 */
export function findTrend(
  samples: readonly Sample[],
  { most, window }: { readonly most: number; readonly window: number },
): Trend {
  const settled = lowestOfEach(samples.slice(Math.floor(samples.length * SETTLING_SHARE)), window)
  const mean = average(settled.map(({ value }) => value))
  const { slope, error } = fitLine(settled)
  const inHour = (perSecond: number) => (perSecond * 3600) / mean
  const bounds = {
    mean,
    growth: inHour(slope),
    atLeast: inHour(slope - STANDARD_ERRORS * error),
    atMost: inHour(slope + STANDARD_ERRORS * error),
  }
  const spans = (settled.at(-1)?.seconds ?? 0) - (settled[0]?.seconds ?? 0)
  return { ...bounds, verdict: spans < SHORTEST_SECONDS ? 'too short to say' : judge(bounds, most) }
}

function judge({ atLeast, atMost }: { atLeast: number; atMost: number }, most: number): Trend['verdict'] {
  if (atMost <= most) return 'flat'
  return atLeast > most ? 'grows' : 'too short to say'
}

function lowestOfEach(samples: readonly Sample[], window: number): Sample[] {
  const lowest: Sample[] = []
  for (let from = 0; from + window <= samples.length; from += window) {
    const part = samples.slice(from, from + window)
    lowest.push(part.reduce((least, sample) => (sample.value < least.value ? sample : least)))
  }
  return lowest
}

function fitLine(samples: readonly Sample[]): { slope: number; error: number } {
  const [middle, mean] = [average(samples.map((s) => s.seconds)), average(samples.map((s) => s.value))]
  const spread = sum(samples.map((s) => (s.seconds - middle) ** 2))
  const slope = sum(samples.map((s) => (s.seconds - middle) * (s.value - mean))) / spread
  const left = sum(samples.map((s) => (s.value - mean - slope * (s.seconds - middle)) ** 2))
  // Two points always lie on a line, which says nothing about the slope.
  const error =
    samples.length < 3 ? Number.POSITIVE_INFINITY : Math.sqrt(left / (samples.length - 2) / spread)
  return { slope, error }
}

function average(values: readonly number[]): number {
  return sum(values) / values.length
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
