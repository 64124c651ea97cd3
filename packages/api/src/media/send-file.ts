import type { StoredFile } from '@signalen/services'
import type { FastifyReply } from 'fastify'

export interface FileToSend extends StoredFile {
  readonly name: string
  readonly mimetype: string
}

/** Images are shown, all else is downloaded; nothing in a file may act as a page of ours. */
export function sendFile(reply: FastifyReply, file: FileToSend): FastifyReply {
  const manner = file.mimetype.startsWith('image/') ? 'inline' : 'attachment'
  return reply
    .type(file.mimetype)
    .header('content-length', String(file.size))
    .header('content-disposition', `${manner}; filename*=UTF-8''${encodeURIComponent(file.name)}`)
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, max-age=300')
    .send(file.bytes)
}
