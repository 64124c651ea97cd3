import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const squeezeBrotli = promisify(brotliCompress)
const squeezeGzip = promisify(gzip)

const WORTH_IT = 1024

/** Pages are squeezed as they go out; files were at the build. */
export async function compressPage(
  request: FastifyRequest,
  reply: FastifyReply,
  payload: unknown,
): Promise<unknown> {
  const isText = /^(text\/|application\/json)/.test(String(reply.getHeader('content-type') ?? ''))
  if (typeof payload !== 'string' || payload.length < WORTH_IT || !isText) return payload
  reply.header('vary', 'accept-encoding, cookie')
  const accepted = String(request.headers['accept-encoding'] ?? '')
  if (/\bbr\b/.test(accepted)) {
    reply.header('content-encoding', 'br')
    return squeezeBrotli(payload, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })
  }
  if (!/\bgzip\b/.test(accepted)) return payload
  reply.header('content-encoding', 'gzip')
  return squeezeGzip(payload)
}
