import { createHash } from 'node:crypto'
import type { Logo } from '../options.ts'

export interface LogoFile {
  readonly mimetype: 'image/svg+xml' | 'image/png'
  readonly bytes: Buffer
}

/** What a logo is, out of `data:image/png;base64,…`; undefined for what is no picture that we serve. */
export function readLogo({ image }: Logo): LogoFile | undefined {
  const [, kind, data] = /^data:image\/(svg\+xml|png);base64,([A-Za-z0-9+/=]+)$/.exec(image) ?? []
  if (kind === undefined || data === undefined) return undefined
  return { mimetype: kind === 'png' ? 'image/png' : 'image/svg+xml', bytes: Buffer.from(data, 'base64') }
}

const names = new WeakMap<Logo, string>()

/** Its address changes with the picture, so that it may be kept for ever. */
export function logoHref(logo: Logo): string {
  const known = names.get(logo)
  if (known !== undefined) return known
  const hash = createHash('sha256').update(logo.image).digest('base64url').slice(0, 16)
  const href = `/logo/${hash}.${logo.image.startsWith('data:image/png') ? 'png' : 'svg'}`
  names.set(logo, href)
  return href
}
