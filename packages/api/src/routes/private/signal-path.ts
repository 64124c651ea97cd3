import { notFound, Problem } from '@signalen/services'

const LARGEST_ID = 2_147_483_647

/** The number in an address; what is no number leads nowhere, and neither does one that no report can have. */
export function readId(text: string, model = 'Signal'): number {
  if (!/^\d+$/.test(text)) throw notFound()
  const id = Number(text)
  if (id > LARGEST_ID) throw notFound(model)
  return id
}

/** The version that `If-Match` names; null when any will do. */
export function readIfMatch(header: string | undefined): number | null {
  if (header === undefined || header.trim() === '*') return null
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (version === undefined)
    throw new Problem(412, { detail: 'If-Match noemt geen versie van deze melding.' })
  return Number(version)
}

export function versionTag(version: number): string {
  return `"${version}"`
}
