import type { Breaker } from '../outside/breaker.ts'

export interface ProviderMetadata {
  readonly issuer: string
  readonly jwks_uri: string
}

/**
 * The provider's own description, fetched when first needed and again after a failure: the provider may
 * start later than we do, or be down for a while.
 */
export function lazyDiscovery(issuer: string, breaker: Breaker): () => Promise<ProviderMetadata> {
  let found: Promise<ProviderMetadata> | undefined
  return () => {
    found ??= breaker
      .guard(() => fetchMetadata(issuer))
      .catch((error: unknown) => {
        found = undefined
        throw error
      })
    return found
  }
}

async function fetchMetadata(issuer: string): Promise<ProviderMetadata> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) })
  if (!response.ok) throw new Error(`the identity provider answered ${response.status} to discovery`)
  const metadata = (await response.json()) as ProviderMetadata
  if (metadata.issuer !== issuer)
    throw new Error('the identity provider names another issuer than configured')
  return metadata
}
