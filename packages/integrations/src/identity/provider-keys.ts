import type { FetchImplementation } from 'jose'
import type { Breaker } from '../outside/breaker.ts'

/** While the provider does not answer, the keys that it gave last are good for so long. */
const KEPT_MILLISECONDS = 12 * 3_600_000

/**
 * The keys by which tokens are checked. Whoever signed in goes on working while the provider is away; what was
 * signed by a key that it has not told of yet is not believed.
 */
export function createKeyFetch(breaker: Breaker, now: () => number = Date.now): FetchImplementation {
  let last: { readonly text: string; readonly until: number } | undefined
  return async (url, options) => {
    try {
      const text = await breaker.guard(() => fetchKeys(url, options))
      last = { text, until: now() + KEPT_MILLISECONDS }
      return new Response(text)
    } catch (error) {
      if (last === undefined || now() > last.until) throw error
      return new Response(last.text)
    }
  }
}

async function fetchKeys(...[url, options]: Parameters<FetchImplementation>): Promise<string> {
  const response = await fetch(url, options)
  if (!response.ok)
    throw new Error(`the identity provider answered ${response.status} to a question for its keys`)
  const text = await response.text()
  if (!holdsKeys(text)) throw new Error('the identity provider answered something else than keys')
  return text
}

function holdsKeys(text: string): boolean {
  try {
    return Array.isArray((JSON.parse(text) as { keys?: unknown } | null)?.keys)
  } catch {
    return false
  }
}
