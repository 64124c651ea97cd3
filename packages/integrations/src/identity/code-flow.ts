import type { IdentityProvider, PendingSignIn } from '@signalen/services'
import * as openid from 'openid-client'
import type { Breaker } from '../outside/breaker.ts'

export interface CodeFlowOptions {
  readonly issuer: string
  readonly clientId: string
  /** Absent for a public client, which PKCE protects alone. */
  readonly clientSecret?: string | undefined
  readonly scope: string
  readonly emailClaim: string
  /** `login` makes the provider ask who it is each time, even of a browser that it knows. */
  readonly prompt?: 'login' | undefined
  readonly breaker: Breaker
}

export function createCodeFlow(options: CodeFlowOptions): IdentityProvider {
  let found: Promise<openid.Configuration> | undefined
  const configuration = () => {
    found ??= options.breaker
      .guard(() => discover(options))
      .catch((error: unknown) => {
        found = undefined
        throw error
      })
    return found
  }
  return {
    async startSignIn(redirectUri) {
      const config = await configuration()
      const pending: PendingSignIn = {
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        codeVerifier: openid.randomPKCECodeVerifier(),
        redirectUri,
      }
      const url = openid.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: options.scope,
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(pending.codeVerifier),
        code_challenge_method: 'S256',
        ...(options.prompt ? { prompt: options.prompt } : {}),
      })
      return { url: url.href, pending }
    },

    async finishSignIn(currentUrl, pending) {
      const config = await configuration()
      const tokens = await openid.authorizationCodeGrant(config, currentUrl, {
        expectedState: pending.state,
        expectedNonce: pending.nonce,
        pkceCodeVerifier: pending.codeVerifier,
        idTokenExpected: true,
      })
      const email = await findEmail(config, tokens, options.emailClaim)
      return { email, idToken: tokens.id_token ?? null }
    },

    async signOutUrl(idToken, returnTo) {
      const config = await configuration()
      if (!config.serverMetadata().end_session_endpoint) return undefined
      const url = openid.buildEndSessionUrl(config, {
        post_logout_redirect_uri: returnTo,
        ...(idToken ? { id_token_hint: idToken } : {}),
      })
      return url.href
    },
  }
}

async function discover(options: CodeFlowOptions): Promise<openid.Configuration> {
  const issuer = new URL(options.issuer)
  const insecure = issuer.protocol === 'http:' ? { execute: [openid.allowInsecureRequests] } : {}
  const authentication = options.clientSecret ? openid.ClientSecretPost(options.clientSecret) : openid.None()
  return openid.discovery(issuer, options.clientId, undefined, authentication, { ...insecure, timeout: 5 })
}

type Tokens = Awaited<ReturnType<typeof openid.authorizationCodeGrant>>

/** In the identity token, else at the userinfo endpoint: providers differ in where they put it. */
async function findEmail(config: openid.Configuration, tokens: Tokens, claim: string): Promise<string> {
  const claims = tokens.claims()
  const named = claims?.[claim]
  if (typeof named === 'string' && named !== '') return named
  const info = claims ? await openid.fetchUserInfo(config, tokens.access_token, claims.sub) : undefined
  const email = info?.[claim]
  if (typeof email !== 'string' || email === '') throw new Error(`the identity provider gave no "${claim}"`)
  return email
}
