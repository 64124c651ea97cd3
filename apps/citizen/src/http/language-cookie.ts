import type { ReportLanguage } from '@signalen/ui'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { LANGUAGE_COOKIE } from './visit.ts'

const YEAR = 365 * 24 * 3600

export function rememberLanguage(
  request: FastifyRequest,
  reply: FastifyReply,
  language: ReportLanguage,
): void {
  reply.setCookie(LANGUAGE_COOKIE, language, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: YEAR,
  })
}

/** Only an address on this site. */
export function readReturnPath(value: unknown): string {
  return typeof value === 'string' && /^\/(?![/\\])[\w\-/.%~]*$/.test(value) ? value : '/'
}
