import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Kit } from '../http/visit.ts'
import type { Logo } from '../options.ts'
import { type LogoFile, logoHref, readLogo } from '../pages/logo.ts'

/** Municipalities have one logo each, and seldom another. */
const MOST_DRAWN = 50

/** The picture in the head of every page, and the same as PNG for mail programs. */
export function logoRoutes(app: FastifyInstance, kit: Kit): void {
  const drawn = new Map<string, Promise<Buffer>>()

  app.get<{ Params: { name: string } }>('/logo/:name', async (request, reply) => {
    const { logo, logoDraft } = await kit.options.siteFor(request)
    const shown = [logo, logoDraft].find((one) => one && logoHref(one) === `/logo/${request.params.name}`)
    const file = shown && readLogo(shown)
    if (!file) return reply.callNotFound()
    return sendPicture(reply, file, 'public, max-age=31536000, immutable')
  })

  app.get('/logo.png', async (request, reply) => {
    const { logo } = await kit.options.siteFor(request)
    const bytes = logo && (await draw(logo))
    if (!bytes) return reply.callNotFound()
    return sendPicture(reply, { mimetype: 'image/png', bytes }, 'public, max-age=3600')
  })

  async function draw(logo: Logo): Promise<Buffer | undefined> {
    const file = readLogo(logo)
    const { drawLogo } = kit.options
    if (!file || !drawLogo) return file?.mimetype === 'image/png' ? file.bytes : undefined
    const key = createHash('sha256').update(file.bytes).digest('base64url')
    const known = drawn.get(key) ?? drawLogo(file.bytes)
    if (drawn.size >= MOST_DRAWN) drawn.clear()
    drawn.set(key, known)
    return known.catch(() => {
      drawn.delete(key)
      return undefined
    })
  }
}

/** A drawing that is opened by itself can do nothing. */
function sendPicture(reply: FastifyReply, { mimetype, bytes }: LogoFile, caching: string) {
  return reply
    .type(mimetype)
    .header('cache-control', caching)
    .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
    .send(bytes)
}
