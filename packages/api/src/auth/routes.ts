import type {} from '@fastify/cookie'
import {
  type Context,
  createSession,
  deleteSession,
  findActorByEmail,
  type IdentityProvider,
  type PendingSignIn,
} from '@signalen/services'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { findBrowserSession, SESSION_COOKIE } from './authenticate.ts'

export interface AuthOptions {
  contextFor(request: FastifyRequest): Promise<Context>
  readonly identity: IdentityProvider
  /** Where the employee app stands, e.g. /manage. */
  readonly appPath: string
}

const PENDING_COOKIE = 'signalen_sign_in'
const PENDING_SECONDS = 600

/** Signing in and out of the employee app, to be registered under `/auth`. Needs @fastify/cookie with a secret. */
export async function authRoutes(app: FastifyInstance, options: AuthOptions): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    reply.header('referrer-policy', 'no-referrer')
  })

  app.get('/login', async (request, reply) => {
    const returnTo = safeReturn(request, options.appPath)
    try {
      const { url, pending } = await options.identity.startSignIn(callbackUrl(request))
      const value = JSON.stringify({ ...pending, returnTo })
      reply.setCookie(PENDING_COOKIE, value, {
        ...cookieOptions(request),
        signed: true,
        maxAge: PENDING_SECONDS,
      })
      return reply.redirect(url)
    } catch (error) {
      request.log.error({ reason: messageOf(error) }, 'sign-in could not start')
      return backToApp(reply, options, 'onbereikbaar')
    }
  })

  app.get('/callback', async (request, reply) => {
    const pending = readPending(request)
    reply.clearCookie(PENDING_COOKIE, { path: '/' })
    if (!pending) return backToApp(reply, options, 'verlopen')
    try {
      const currentUrl = new URL(request.url, pending.redirectUri)
      const person = await options.identity.finishSignIn(currentUrl, pending)
      return await openSession(request, reply, { options, person, returnTo: pending.returnTo })
    } catch (error) {
      request.log.warn({ reason: messageOf(error) }, 'sign-in failed')
      return backToApp(reply, options, 'mislukt')
    }
  })

  app.get('/session', async (request, reply) => {
    const session = await findBrowserSession(request, await options.contextFor(request))
    if (!session) return reply.code(401).send({ detail: 'Niet ingelogd.' })
    return { email: session.email, csrf_token: session.csrfToken }
  })

  app.post('/logout', async (request, reply) => {
    const context = await options.contextFor(request)
    const session = await findBrowserSession(request, context)
    const token = request.cookies[SESSION_COOKIE]
    if (session && token) await deleteSession(context, token)
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
    const home = `${request.protocol}://${request.host}${options.appPath}`
    const url = await options.identity.signOutUrl(session?.idToken ?? null, home).catch(() => undefined)
    return { location: url ?? options.appPath }
  })
}

interface Arrival {
  readonly options: AuthOptions
  readonly person: { readonly email: string; readonly idToken: string | null }
  readonly returnTo: string
}

async function openSession(
  request: FastifyRequest,
  reply: FastifyReply,
  arrival: Arrival,
): Promise<FastifyReply> {
  const context = await arrival.options.contextFor(request)
  const actor = await findActorByEmail(context, arrival.person.email)
  if (!actor) return backToApp(reply, arrival.options, 'onbekend')
  if (!actor.isActive) return backToApp(reply, arrival.options, 'inactief')
  const session = await createSession(context, { userId: actor.userId, idToken: arrival.person.idToken })
  reply.setCookie(SESSION_COOKIE, session.token, cookieOptions(request))
  return reply.redirect(arrival.returnTo)
}

function readPending(request: FastifyRequest): (PendingSignIn & { returnTo: string }) | undefined {
  const raw = request.cookies[PENDING_COOKIE]
  const unsigned = raw === undefined ? undefined : request.unsignCookie(raw)
  return unsigned?.valid && unsigned.value ? JSON.parse(unsigned.value) : undefined
}

function cookieOptions(request: FastifyRequest) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
}

function callbackUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}/auth/callback`
}

/** Only a path of the employee app itself: never an address that somebody slipped into a link. */
function safeReturn(request: FastifyRequest, appPath: string): string {
  const wanted = (request.query as { return?: unknown }).return
  const isOwn = typeof wanted === 'string' && (wanted === appPath || wanted.startsWith(`${appPath}/`))
  return isOwn && !wanted.includes('\\') && !wanted.includes('//') ? wanted : appPath
}

function backToApp(reply: FastifyReply, options: AuthOptions, reason: string): FastifyReply {
  return reply.redirect(`${options.appPath}?inloggen=${reason}`)
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown'
}
