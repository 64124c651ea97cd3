import type { FastifyRequest } from 'fastify'

/** The address of this server as the caller sees it, without a slash at the end. */
export function baseUrl(request: FastifyRequest): string {
  return `${request.protocol}://${request.host}`
}

/** A HAL link to a path of this API. Generated links have no slash at the end. */
export function link(base: string, path: string): { href: string } {
  return { href: `${base}${path}` }
}

export function curies(base: string): { name: string; href: string } {
  return { name: 'sia', href: `${base}/signals/v1/relations` }
}
