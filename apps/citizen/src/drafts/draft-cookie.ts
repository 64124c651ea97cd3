import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDraftId } from './draft-repository.ts'
import { DRAFT_HOURS } from './draft-store.ts'

const COOKIE = 'melding'

export function findDraftId(request: FastifyRequest): string | undefined {
  const value = request.cookies[COOKIE]
  return isDraftId(value) ? value : undefined
}

/** Kept for a day after the last change, so that a closed tab loses nothing. */
export function rememberDraft(request: FastifyRequest, reply: FastifyReply, id: string): void {
  reply.setCookie(COOKIE, id, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: DRAFT_HOURS * 3600,
  })
}

export function forgetDraft(reply: FastifyReply): void {
  reply.clearCookie(COOKIE, { path: '/' })
}
