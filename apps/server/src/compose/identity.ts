import {
  type Breaker,
  createCodeFlow,
  createDevelopmentProvider,
  createTokenVerifier,
  type DevelopmentProvider,
  type DevelopmentUser,
} from '@signalen/integrations'
import type { IdentityProvider, Log, TokenVerifier } from '@signalen/services'
import type { Environment } from '../configuration/variables.ts'

export interface Identity {
  readonly tokens: TokenVerifier
  readonly provider: IdentityProvider
  /** There only when no identity provider is configured, and never in production. */
  readonly development?: DevelopmentProvider
}

export interface IdentityParts {
  readonly environment: Environment
  readonly log: Log
  /** Where this server stands, for the built-in provider. */
  readonly ownUrl: string
  readonly breaker: Breaker
  listDevelopmentUsers(): Promise<readonly DevelopmentUser[]>
}

export const DEVELOPMENT_PATH = '/idp'

export async function createIdentity(parts: IdentityParts): Promise<Identity> {
  const { environment } = parts
  const issuer = environment.OIDC_ISSUER ?? `${parts.ownUrl}${DEVELOPMENT_PATH}`
  const common = { issuer, emailClaim: environment.OIDC_EMAIL_CLAIM, breaker: parts.breaker }
  const tokens = createTokenVerifier({ ...common, audiences: environment.OIDC_AUDIENCES, log: parts.log })
  const isBuiltIn = environment.OIDC_ISSUER === undefined
  const provider = createCodeFlow({
    ...common,
    clientId: environment.OIDC_CLIENT_ID,
    clientSecret: environment.OIDC_CLIENT_SECRET,
    scope: environment.OIDC_SCOPE,
    ...(isBuiltIn ? { prompt: 'login' } : {}),
  })
  if (!isBuiltIn) return { tokens, provider }
  const development = await createDevelopmentProvider({
    issuer,
    clientId: environment.OIDC_CLIENT_ID,
    redirectUris: [`${parts.ownUrl}/auth/callback`, ...loopbackTwins(parts.ownUrl)],
    loginPath: '/idp-login',
    listUsers: parts.listDevelopmentUsers,
  })
  return { tokens, provider, development }
}

/** People type localhost and 127.0.0.1 as if they were the same. */
function loopbackTwins(ownUrl: string): string[] {
  const url = new URL(ownUrl)
  return ['localhost', '127.0.0.1']
    .filter((name) => name !== url.hostname)
    .map((name) => `${url.protocol}//${name}:${url.port}/auth/callback`)
}
