export interface FeedEntry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly updated: Date
  readonly longitude: number
  readonly latitude: number
}

export interface Feed {
  /** Where the feed is, and its page for people. */
  readonly self: string
  readonly page: string
  readonly title: string
  readonly author: string
  readonly language: string
  readonly updated: Date
  readonly entries: readonly FeedEntry[]
}

/** Atom (RFC 4287), with the places as GeoRSS. */
export function writeFeed({ self, page, title, author, language, updated, entries }: Feed): string {
  const times = entries.map((entry) => entry.updated.getTime())
  const latest = times.length > 0 ? new Date(Math.max(...times)) : updated
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss" xml:lang="${escapeXml(language)}">`,
    `<id>${escapeXml(self)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${latest.toISOString()}</updated>`,
    `<author><name>${escapeXml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    ...entries.map((entry) => writeEntry(entry, page)),
    '</feed>',
    '',
  ].join('\n')
}

function writeEntry({ id, title, summary, updated, latitude, longitude }: FeedEntry, page: string): string {
  return [
    '<entry>',
    `<id>${escapeXml(id)}</id>`,
    `<title>${escapeXml(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(page)}"/>`,
    `<summary>${escapeXml(summary)}</summary>`,
    `<georss:point>${latitude} ${longitude}</georss:point>`,
    '</entry>',
  ].join('')
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
    .replace(/(?![\t\n\r])\p{Cc}/gu, '')
}
