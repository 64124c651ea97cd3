import type { IncomingMessage, ServerResponse } from 'node:http'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'
import { MemoryAdapter } from './memory-adapter.ts'

export interface DevelopmentUser {
  readonly email: string
  readonly name: string
  /** What this person may do, in a few words, for the sign-in page. */
  readonly description: string
}

export interface DevelopmentProviderOptions {
  /** Where it stands, with its path and without a slash at the end, e.g. http://localhost:8000/idp */
  readonly issuer: string
  readonly clientId: string
  readonly redirectUris: readonly string[]
  /** Where the sign-in page of an interaction stands: `${loginPath}/${uid}`. */
  readonly loginPath: string
  listUsers(): Promise<readonly DevelopmentUser[]>
}

export interface DevelopmentProvider {
  /** Answers what comes in under the issuer's path. */
  answer(request: IncomingMessage, response: ServerResponse): void
  listUsers(): Promise<readonly DevelopmentUser[]>
  /** Ends the sign-in page's turn: the browser goes on as this person. */
  finishLogin(request: IncomingMessage, response: ServerResponse, email: string): Promise<void>
}

/** A sign-in without passwords, for trying Signalen out. The server refuses to run it in production. */
export async function createDevelopmentProvider(
  options: DevelopmentProviderOptions,
): Promise<DevelopmentProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256', kid: 'development' }
  const provider = new Provider(options.issuer, configurationOf(options, key))
  const path = new URL(options.issuer).pathname
  const callback = provider.callback()
  return {
    answer(request, response) {
      const mounted = request as IncomingMessage & { originalUrl?: string }
      mounted.originalUrl = request.url ?? '/'
      mounted.url = (request.url ?? '/').slice(path.length) || '/'
      void callback(mounted, response)
    },
    listUsers: options.listUsers,
    async finishLogin(request, response, email) {
      const users = await options.listUsers()
      if (!users.some((user) => user.email === email)) throw new Error('no such demonstration user')
      const result = { login: { accountId: email, remember: false } }
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false })
    },
  }
}

function configurationOf(options: DevelopmentProviderOptions, key: object): Configuration {
  return {
    adapter: MemoryAdapter,
    jwks: { keys: [key] },
    clients: [
      {
        client_id: options.clientId,
        token_endpoint_auth_method: 'none',
        application_type: 'web',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: [...options.redirectUris],
      },
    ],
    clientBasedCORS: () => false,
    cookies: { keys: [crypto.randomUUID()] },
    claims: { openid: ['sub'], email: ['email'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_ctx, interaction) => `${options.loginPath}/${interaction.uid}` },
    ttl: { AccessToken: 3600, IdToken: 3600, Interaction: 3600, Session: 28_800, Grant: 28_800 },
    async findAccount(_ctx, id) {
      const user = (await options.listUsers()).find(({ email }) => email === id)
      if (!user) return undefined
      return {
        accountId: id,
        claims: async () => ({ sub: id, email: user.email, email_verified: true, name: user.name }),
      }
    },
    async loadExistingGrant(ctx) {
      const grant = new ctx.oidc.provider.Grant({
        clientId: ctx.oidc.client?.clientId ?? '',
        accountId: ctx.oidc.session?.accountId ?? '',
      })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  } as Configuration
}
