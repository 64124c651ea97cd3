import { Parser } from 'htmlparser2'
import { escapeHtml } from './markdown.ts'

const TAGS = new Set(
  'a abbr b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strong sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
)
const EMPTY_TAGS = new Set(['br', 'hr', 'img'])
/** Left out together with all that is in them. */
const HIDDEN_TAGS = new Set([
  'head',
  'script',
  'style',
  'template',
  'title',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
])

/** The content of a mail as it may be shown on a page: known tags, safe links, nothing that runs or loads by itself. */
export function sanitiseHtml(html: string): string {
  const parts: string[] = []
  let hiddenDepth = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (HIDDEN_TAGS.has(name)) hiddenDepth += 1
      else if (hiddenDepth === 0 && TAGS.has(name)) parts.push(`<${name}${showAttributes(name, attributes)}>`)
    },
    ontext(text) {
      if (hiddenDepth === 0) parts.push(escapeHtml(text))
    },
    onclosetag(name) {
      if (HIDDEN_TAGS.has(name)) hiddenDepth -= 1
      else if (hiddenDepth === 0 && TAGS.has(name) && !EMPTY_TAGS.has(name)) parts.push(`</${name}>`)
    },
  })
  parser.end(html)
  return parts.join('')
}

function showAttributes(name: string, attributes: Readonly<Record<string, string>>): string {
  const { href = '', src = '', alt = '' } = attributes
  if (name === 'a' && /^(?:https?:\/\/|mailto:)/i.test(href)) {
    return ` href="${escapeHtml(href)}" target="_blank" rel="noopener noreferrer"`
  }
  if (name !== 'img') return ''
  const image = /^https?:\/\//i.test(src) ? ` src="${escapeHtml(src)}"` : ''
  return `${image} alt="${escapeHtml(alt)}"`
}
