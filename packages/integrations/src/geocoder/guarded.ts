import type { FoundAddress, Geocoder } from '@signalen/services'
import { createBreaker } from '../outside/breaker.ts'

export interface GuardOptions {
  /** How many failures in a row make that no more is asked for a while. */
  readonly failures?: number | undefined
  readonly restMilliseconds?: number | undefined
  readonly keepMilliseconds?: number | undefined
  readonly mostKept?: number | undefined
  readonly now?: (() => number) | undefined
}

/** Thrown at once, without asking, while the register of addresses is given rest. */
export class GeocoderResting extends Error {
  override readonly name = 'GeocoderResting'
}

export interface GuardedGeocoder extends Geocoder {
  isResting(): boolean
}

/**
 * Spares a geocoder and those who wait for it: answers are kept for a while, and after some failures in a
 * row it is left alone, so that nobody waits for a server that does not answer.
 */
export function guardGeocoder(geocoder: Geocoder, options: GuardOptions = {}): GuardedGeocoder {
  const { guard, isOpen } = createBreaker({
    ...options,
    rest: () => new GeocoderResting('the geocoder did not answer several times'),
  })
  const keep = createKept(options)
  return {
    isResting: isOpen,
    suggest: (text, area) =>
      keep(['suggest', text.trim().toLowerCase(), area], () => guard(() => geocoder.suggest(text, area))),
    reverse: (point) => {
      const place = [point.longitude.toFixed(5), point.latitude.toFixed(5)]
      return keep(['reverse', ...place], () => guard(() => geocoder.reverse(point)))
    },
    check: (address, point, area) =>
      keep(['check', address, area?.municipalities], () => guard(() => geocoder.check(address, point, area))),
  }
}

type Kept = readonly FoundAddress[] | FoundAddress | 'unknown' | undefined

function createKept({ keepMilliseconds = 3_600_000, mostKept = 2000, now = Date.now }: GuardOptions) {
  const kept = new Map<string, { readonly answer: Kept; readonly until: number }>()

  return async function keep<Answer extends Kept>(
    key: readonly unknown[],
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const name = JSON.stringify(key)
    const known = kept.get(name)
    if (known && known.until > now()) return known.answer as Answer
    const answer = await ask()
    kept.delete(name)
    kept.set(name, { answer, until: now() + keepMilliseconds })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return answer
  }
}
