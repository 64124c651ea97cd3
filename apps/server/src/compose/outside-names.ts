import type { Environment } from '../configuration/variables.ts'

const PROBE_TIMEOUT_MILLISECONDS = 5000

/** The services that this installation asks outside, by the names under which they are watched. */
export function listOutsideNames(environment: Environment): string[] {
  return [
    'mail',
    ...(environment.GEOCODER === 'built-in' ? [] : ['addresses']),
    ...(environment.CLASSIFIER_URL ? ['classification'] : []),
    ...(environment.S3_ENDPOINT ? ['files'] : []),
    ...(environment.CLAMAV_URL ? ['virus-scanner'] : []),
    ...(environment.OIDC_ISSUER ? ['identity'] : []),
  ]
}

/** People sign in seldom, and what the provider once told is kept: so it is asked now and then whether it is there. */
export function listProbes({ OIDC_ISSUER: issuer }: Environment): Record<string, () => Promise<unknown>> {
  if (!issuer) return {}
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  return {
    async identity() {
      const response = await fetch(url, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MILLISECONDS) })
      await response.body?.cancel()
      if (!response.ok) throw new Error(`the identity provider answered ${response.status}`)
    },
  }
}
