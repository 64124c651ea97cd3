/** The address that has always ended so. */
const OWN_ENDING = /\/public\/translations\.json$/

/**
 * An address without the format that clients may put behind it, `…/signals/12.json`: JSON is what they get
 * anyway.
 */
export function withoutFormat(url: string): string {
  const end = url.indexOf('?')
  const path = end < 0 ? url : url.slice(0, end)
  if (!path.startsWith('/signals/v1/') || OWN_ENDING.test(path)) return url
  return `${path.replace(/\.json\/?$/, '')}${url.slice(path.length)}`
}
