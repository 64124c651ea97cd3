import type { FastifyReply, FastifyRequest } from 'fastify'

/** Everything comes from here; a map makes its worker from a blob and pictures are previewed from one. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Files need less than pages, and on a slow connection every byte of it is waited for. */
const PASSIVE = /^\/assets\/[\w.-]+\.(css|woff2|png)$/
const SCRIPT = /^\/assets\/[\w.-]+\.js$/

export function protectAnswer(reply: FastifyReply): void {
  const { url } = reply.request
  if (PASSIVE.test(url) || SCRIPT.test(url)) {
    reply.header('x-content-type-options', 'nosniff')
    // A script may be run as a worker, which is bound by the policy that comes with it.
    if (SCRIPT.test(url)) reply.header('content-security-policy', POLICY)
    return
  }
  reply.headers({
    'content-security-policy': POLICY,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'geolocation=(self), camera=(self), microphone=(), browsing-topics=()',
  })
}

/**
 * A form may come from our own pages only. Browsers say where a request comes from in one of three ways; one
 * that says nothing sends no cookie with a foreign form either, as that is `SameSite=Lax`.
 */
export function isOwnForm(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const from = request.headers.origin ?? request.headers.referer
  return from === undefined || hostOf(from) === request.host
}

function hostOf(address: string): string | undefined {
  return URL.canParse(address) ? new URL(address).host : undefined
}
