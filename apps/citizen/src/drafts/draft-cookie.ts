import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDraftId } from './draft-repository.ts'
import { DRAFT_HOURS } from './draft-store.ts'

/** With this prefix a browser takes the cookie from this host alone, so that no other site can plant one. */
function cookieName(request: FastifyRequest): string {
  return request.protocol === 'https' ? '__Host-melding' : 'melding'
}

export function findDraftId(request: FastifyRequest): string | undefined {
  const value = request.cookies[cookieName(request)]
  return isDraftId(value) ? value : undefined
}

/** Kept for a day after the last change, so that a closed tab loses nothing. */
export function rememberDraft(request: FastifyRequest, reply: FastifyReply, id: string): void {
  reply.setCookie(cookieName(request), id, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: DRAFT_HOURS * 3600,
  })
}

export function forgetDraft(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { path: '/', secure: request.protocol === 'https' })
}
