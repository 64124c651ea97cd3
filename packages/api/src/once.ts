import { createHash, createHmac } from 'node:crypto'
import {
  DEEPEST_JSON,
  describeRequest,
  isDeeperThan,
  isIdempotencyKey,
  type Operation,
} from '@signalen/domain'
import { invalid, invalidWhole, type OnceRequest } from '@signalen/services'
import type { FastifyRequest } from 'fastify'

export const ONCE = {
  asked: {
    'Idempotency-Key':
      'Chosen by the client: what comes again with the same key is made once, and answered again',
  },
}

/**
 * By what a request that comes again is known: the key that the client chose for it, and else what it says
 * and who says it. Of the client only a keyed hash goes further, which nobody can turn into an address.
 */
export function onceOf(request: FastifyRequest, operation: Operation, secret: string): OnceRequest {
  const client = request.actor ? `user ${request.actor.userId}` : `address ${request.ip}`
  const clientHash = createHmac('sha256', secret).update(`once ${client}`).digest('base64url')
  const described = describeRequest({ client: clientHash, operation, body: plain(request.body) })
  return {
    key: readKey(request),
    clientHash,
    fingerprint: createHash('sha256').update(described).digest('base64url'),
  }
}

/** Moments that the schema made of texts become texts again. */
function plain(body: unknown): unknown {
  if (isDeeperThan(body, DEEPEST_JSON)) throw invalidWhole('Ongeldige waarde.')
  return JSON.parse(JSON.stringify(body ?? null))
}

function readKey(request: FastifyRequest): string | null {
  const key = request.headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && isIdempotencyKey(key)) return key
  throw invalid({ 'Idempotency-Key': ['Ongeldige waarde.'] })
}
