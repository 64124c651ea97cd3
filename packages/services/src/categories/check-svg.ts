import type { UploadedFile } from '../ports.ts'

const LARGEST_SVG = 256 * 1024

/**
 * What could act or reach out when the drawing is opened as a page of its own. It is served so that it
 * cannot, too; an icon needs none of it.
 */
const FORBIDDEN = [
  /<\s*script/i,
  /<\s*foreignobject/i,
  /<\s*(?:iframe|embed|object|audio|video|image|feimage|a)\b/i,
  /<!\s*(?:entity|doctype[^>]*\[)/i,
  /\son\w+\s*=/i,
  /javascript\s*:/i,
  /(?:href|src)\s*=\s*["']?\s*(?!["']?#)[^"'#\s>]/i,
  /@import|url\s*\(\s*["']?\s*(?!["']?#)/i,
]

export function isSvg({ name }: UploadedFile): boolean {
  return /\.svg$/i.test(name)
}

/** Why this cannot be the icon; undefined when it can. */
export function findSvgFault(bytes: Buffer): string | undefined {
  if (bytes.length > LARGEST_SVG) {
    return `File size of ${bytes.length} is more than the allowed size ${LARGEST_SVG}!`
  }
  const text = bytes.toString('utf8')
  const withoutComments = text.replace(/<!--[\s\S]*?-->/g, '')
  if (!/^\uFEFF?\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>[]*>\s*)?<svg[\s>]/i.test(withoutComments))
    return 'File is not valid!'
  if (!/<\/svg\s*>\s*$/i.test(withoutComments) && !/<svg[^>]*\/>\s*$/i.test(withoutComments))
    return 'File is not valid!'
  if (FORBIDDEN.some((pattern) => pattern.test(withoutComments))) {
    return 'De tekening mag geen scripts en geen verwijzingen naar buiten bevatten.'
  }
  return undefined
}
