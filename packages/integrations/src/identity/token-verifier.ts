import type { Log, TokenVerifier } from '@signalen/services'
import {
  createRemoteJWKSet,
  customFetch,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose'
import { type Breaker, ServiceResting } from '../outside/breaker.ts'
import { lazyDiscovery } from './discovery.ts'
import { createKeyFetch } from './provider-keys.ts'

export interface TokenVerifierOptions {
  readonly issuer: string
  /** Any of these must be in the token's audience; empty: the audience is not looked at. */
  readonly audiences: readonly string[]
  readonly emailClaim: string
  readonly log: Log
  readonly breaker: Breaker
}

/** A key set that does not know a key is fetched again, but not more often than this. */
const KEY_COOLDOWN_MILLISECONDS = 1000

export function createTokenVerifier(options: TokenVerifierOptions): TokenVerifier {
  const discover = lazyDiscovery(options.issuer, options.breaker)
  let keys: JWTVerifyGetKey | undefined
  async function findKeys(): Promise<JWTVerifyGetKey> {
    const { jwks_uri } = await discover()
    keys ??= createRemoteJWKSet(new URL(jwks_uri), {
      cooldownDuration: KEY_COOLDOWN_MILLISECONDS,
      timeoutDuration: 5000,
      [customFetch]: createKeyFetch(options.breaker),
    })
    return keys
  }
  return {
    async verify(token) {
      if (token.split('.').length !== 3) return undefined
      try {
        const { payload } = await jwtVerify(token, await findKeys(), {
          issuer: options.issuer,
          algorithms: ['RS256', 'ES256'],
          requiredClaims: ['exp'],
          ...(options.audiences.length > 0 ? { audience: [...options.audiences] } : {}),
        })
        return emailOf(payload, options.emailClaim)
      } catch (error) {
        if (!(error instanceof errors.JOSEError || error instanceof ServiceResting))
          options.log.warn({ reason: nameOf(error) }, 'token not checked')
        return undefined
      }
    },
  }
}

function emailOf(payload: JWTPayload, claim: string): string | undefined {
  const email = payload[claim]
  return typeof email === 'string' && email !== '' ? email : undefined
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown'
}
