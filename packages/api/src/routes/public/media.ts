import { getServedFile, notFound } from '@signalen/services'
import { findSignedKey } from '../../media/signed-address.ts'
import { contextOf } from '../../plugins/access.ts'
import type { Api, ApiOptions } from '../../types.ts'

const TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
}

/** Files, for whoever holds an address that this server gave out a few minutes ago. */
export function mediaRoutes(app: Api, { secret }: ApiOptions): void {
  app.get<{ Params: { '*': string }; Querystring: { expires?: string; signature?: string } }>(
    '/media/*',
    {
      schema: {
        tags: ['files'],
        summary: 'A stored file, by its signed address',
        produces: Object.values(TYPES),
      },
    },
    async (request, reply) => {
      const context = contextOf(request)
      const { expires, signature } = request.query
      const asked = { path: request.params['*'], expires: lastOf(expires), signature: lastOf(signature) }
      const at = { secret, municipality: context.municipality, now: context.clock.now() }
      const key = findSignedKey(asked, at)
      if (key === undefined) throw notFound()
      const file = await getServedFile(context, key)
      const type = TYPES[asked.path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
      return reply
        .type(type)
        .header('content-length', file.size)
        .header('content-disposition', type.startsWith('image/') ? 'inline' : 'attachment')
        .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        .header('cache-control', 'private, max-age=300, immutable')
        .header('x-robots-tag', 'noindex')
        .send(file.bytes)
    },
  )
}

function lastOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}
