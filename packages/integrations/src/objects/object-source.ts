import { readGmlObjects } from '@signalen/domain'
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

interface Kept<Answer> {
  readonly answer: Promise<Answer>
  readonly until: number
}

interface Asking<Answer> {
  readonly milliseconds: number
  ask(): Promise<Answer>
}

class SourceResting extends Error {
  override readonly name = 'SourceResting'
}

/** What stands on a map as a mark. */
const PICTURE = { largestBytes: 100_000, accept: 'image/svg+xml, image/png, image/*' }
const PICTURES_KEPT_MILLISECONDS = 24 * 3600_000

/** All areas of a municipality, that someone waits for. */
const LARGER = { timeoutMilliseconds: 20_000, largestBytes: 40_000_000 }

/**
 * GeoJSON, GML and pictures of other servers: small, soon or not at all. Answers are kept for a while, those who ask for the same at
 * once wait for one request, and a server that fails is left alone.
 */
export function createObjectSource(options: ObjectSourceOptions = {}): ObjectSource {
  const { keepMilliseconds = 900_000, mostKept = 300, now = Date.now } = options
  const objects = new Map<string, Kept<unknown>>()
  const pictures = new Map<string, Kept<Buffer>>()
  const breakers = new Map<string, Breaker>()

  function breakerOf(url: string): Breaker {
    const { origin } = new URL(url)
    const rest = () => new SourceResting('this server did not answer several times')
    const breaker = breakers.get(origin) ?? createBreaker({ now, rest })
    breakers.set(origin, breaker)
    return breaker
  }

  function keep<Answer>(kept: Map<string, Kept<Answer>>, url: string, { milliseconds, ask }: Asking<Answer>) {
    const known = kept.get(url)
    if (known && known.until > now()) return known.answer
    const answer = breakerOf(url).guard(ask)
    kept.delete(url)
    kept.set(url, { answer, until: now() + milliseconds })
    // What failed is asked again by the next.
    answer.catch(() => {
      if (kept.get(url)?.answer === answer) kept.delete(url)
    })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
    return answer
  }

  return {
    find: (url) => keep(objects, url, { milliseconds: keepMilliseconds, ask: () => download(url, options) }),
    readPicture: (url) =>
      keep(pictures, url, {
        milliseconds: PICTURES_KEPT_MILLISECONDS,
        ask: () => downloadBytes(url, { ...options, ...PICTURE }),
      }),
    readText: (url) =>
      breakerOf(url).guard(() => downloadText(url, { ...LARGER, ...options, accept: '*/*' })),
  }
}

/** Some sources have GML alone. */
const OBJECTS = 'application/geo+json, application/json, application/gml+xml;q=0.8, text/xml;q=0.7'

/** A redirection could lead anywhere, so none is followed. */
async function download(url: string, options: ObjectSourceOptions): Promise<unknown> {
  const text = await downloadText(url, { ...options, accept: OBJECTS })
  return text.trimStart().startsWith('<') ? readGmlObjects(text) : JSON.parse(text)
}

interface Download extends ObjectSourceOptions {
  readonly accept: string
}

async function downloadText(url: string, options: Download): Promise<string> {
  return (await downloadBytes(url, options)).toString('utf8')
}

async function downloadBytes(url: string, options: Download): Promise<Buffer> {
  const { timeoutMilliseconds = 4000, largestBytes = 5_000_000, accept } = options
  const response = await (options.fetch ?? fetch)(url, {
    redirect: 'error',
    headers: { accept },
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
  return Buffer.concat(pieces)
}
