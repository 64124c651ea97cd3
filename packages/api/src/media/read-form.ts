import type { Multipart } from '@fastify/multipart'
import { Problem } from '@signalen/services'
import type { FastifyRequest } from 'fastify'

/** Reads the parts of a form. One that is broken off, or never was a form, is the sender's fault. */
export async function readForm<Read>(
  request: FastifyRequest,
  read: (parts: AsyncIterable<Multipart>) => Promise<Read>,
): Promise<Read> {
  try {
    return await read(request.parts())
  } catch (error) {
    if (!isOfTheParser(error)) throw error
    throw new Problem(400, { detail: `Multipart form parse error - ${error.message}` })
  }
}

/** The parser throws plain errors; what we or the framework refuse says by itself what it is. */
function isOfTheParser(error: unknown): error is Error {
  return error instanceof Error && !(error instanceof Problem) && !('statusCode' in error)
}
