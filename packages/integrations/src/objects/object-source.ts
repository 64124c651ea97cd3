import type { ObjectSource } from '@signalen/services'
import { type Breaker, createBreaker } from '../outside/breaker.ts'

export interface ObjectSourceOptions {
  readonly fetch?: typeof fetch | undefined
  readonly timeoutMilliseconds?: number | undefined
  readonly keepMilliseconds?: number | undefined
  readonly mostKept?: number | undefined
  readonly largestBytes?: number | undefined
  readonly now?: (() => number) | undefined
}

class SourceResting extends Error {
  override readonly name = 'SourceResting'
}

/**
 * GeoJSON of other servers: small, soon or not at all. Answers are kept for a while, those who ask for the same at
 * once wait for one request, and a server that fails is left alone.
 */
export function createObjectSource(options: ObjectSourceOptions = {}): ObjectSource {
  const { keepMilliseconds = 900_000, mostKept = 300, now = Date.now } = options
  const kept = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>()
  const breakers = new Map<string, Breaker>()

  function breakerOf(url: string): Breaker {
    const { origin } = new URL(url)
    const rest = () => new SourceResting('this server did not answer several times')
    const breaker = breakers.get(origin) ?? createBreaker({ now, rest })
    breakers.set(origin, breaker)
    return breaker
  }

  return {
    find(url) {
      const known = kept.get(url)
      if (known && known.until > now()) return known.answer
      const answer = breakerOf(url).guard(() => download(url, options))
      kept.delete(url)
      kept.set(url, { answer, until: now() + keepMilliseconds })
      // What failed is asked again by the next.
      answer.catch(() => {
        if (kept.get(url)?.answer === answer) kept.delete(url)
      })
      const [oldest] = kept.keys()
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
      return answer
    },
  }
}

/** A redirection could lead anywhere, so none is followed. */
async function download(url: string, options: ObjectSourceOptions): Promise<unknown> {
  const { timeoutMilliseconds = 4000, largestBytes = 5_000_000 } = options
  const response = await (options.fetch ?? fetch)(url, {
    redirect: 'error',
    headers: { accept: 'application/geo+json, application/json' },
    signal: AbortSignal.timeout(timeoutMilliseconds),
  })
  if (!response.ok || !response.body) throw new Error(`the source answered ${response.status}`)
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of response.body) {
    size += piece.length
    if (size > largestBytes) throw new Error('the source sent too much')
    pieces.push(piece)
  }
  return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown
}
