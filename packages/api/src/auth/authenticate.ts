import type {} from '@fastify/cookie'
import type { Actor } from '@signalen/domain'
import {
  type Context,
  type EmployeeSession,
  findActorByEmail,
  findSession,
  forbidden,
  isCsrfToken,
  type TokenVerifier,
  unauthenticated,
} from '@signalen/services'
import type { FastifyRequest } from 'fastify'

export const SESSION_COOKIE = 'signalen_session'
const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS']

/** Who sends the request, by bearer token or else by the employee app's cookie; undefined without either. */
export async function authenticate(
  request: FastifyRequest,
  context: Context,
  tokens: TokenVerifier,
): Promise<Actor | undefined> {
  const header = request.headers.authorization
  if (header && /^bearer\b/i.test(header)) return actorOfToken(context, await emailOfHeader(header, tokens))
  const session = await findBrowserSession(request, context)
  if (!session) return undefined
  requireCsrfToken(request, session)
  return actorOfToken(context, session.email)
}

async function emailOfHeader(header: string, tokens: TokenVerifier): Promise<string> {
  const parts = header.trim().split(/\s+/)
  if (parts.length === 1) throw unauthenticated('Invalid "bearer" header: No credentials provided.')
  if (parts.length > 2) {
    throw unauthenticated('Invalid "bearer" header: Credentials string should not contain spaces.')
  }
  const email = await tokens.verify(parts[1] ?? '')
  if (!email) throw unauthenticated('Invalid token.')
  return email
}

/** Nobody is made a user by signing in: who they may be is decided in the settings. */
async function actorOfToken(context: Context, email: string): Promise<Actor> {
  const actor = await findActorByEmail(context, email)
  if (!actor) throw unauthenticated('Login failed: No user found for the given access token.')
  if (!actor.isActive) throw unauthenticated('User is inactive')
  return actor
}

/** The cookie counts only for requests that our own pages make: never from another origin. */
export async function findBrowserSession(
  request: FastifyRequest,
  context: Context,
): Promise<EmployeeSession | undefined> {
  const token = request.cookies[SESSION_COOKIE]
  if (!token || comesFromElsewhere(request)) return undefined
  return findSession(context, token)
}

function comesFromElsewhere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return true
  const { origin } = request.headers
  return origin !== undefined && origin !== `${request.protocol}://${request.host}`
}

function requireCsrfToken(request: FastifyRequest, session: EmployeeSession): void {
  if (SAFE_METHODS.includes(request.method)) return
  const sent = request.headers['x-csrf-token']
  if (!isCsrfToken(session, typeof sent === 'string' ? sent : undefined)) {
    throw forbidden('De sessiecontrole is mislukt. Laad de pagina opnieuw.')
  }
}
