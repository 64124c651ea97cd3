import { convert, type HtmlToTextOptions } from 'html-to-text'
import { Marked, type Tokens } from 'marked'

const WEB = /^https?:\/\//i
const LINKABLE = /^(?:https?:\/\/|mailto:)/i

const marked = new Marked({
  gfm: true,
  breaks: false,
  async: false,
  // HTML in a template is shown as it is typed: Markdown is all that makes a mark-up here.
  tokenizer: { html: () => undefined, tag: () => undefined },
  renderer: {
    link({ href, title, tokens }: Tokens.Link) {
      const text = this.parser.parseInline(tokens)
      if (!LINKABLE.test(href)) return text
      return `<a href="${escapeHtml(href)}"${titleOf(title)}>${text}</a>`
    },
    image({ href, title, text }: Tokens.Image) {
      if (!WEB.test(href)) return escapeHtml(text)
      return `<img src="${escapeHtml(href)}" alt="${escapeHtml(text)}"${titleOf(title)}>`
    },
  },
})

const TEXT_OPTIONS: HtmlToTextOptions = {
  wordwrap: false,
  formatters: {
    alternative: (element, _walk, builder) => builder.addInline(element.attribs?.alt ?? ''),
  },
  selectors: [
    { selector: 'a', options: { linkBrackets: false, hideLinkHrefIfSameAsText: true } },
    { selector: 'img', format: 'alternative' },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
}

export function markdownToHtml(markdown: string): string {
  try {
    return String(marked.parse(markdown)).trim()
  } catch {
    // Nested deeper than can be followed: the words still arrive.
    return `<p>${escapeHtml(markdown).replaceAll('\n', '<br>\n')}</p>`
  }
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g

/** Text that Markdown leaves as it is, its lines included. */
export function toLiteral(text: string): string {
  const lines = text.replaceAll(PUNCTUATION, '\\$&').split(/\r\n?|\n/)
  return lines.map((line) => line.trim()).join('  \n')
}

/** For those who read mail without mark-up: links stand behind their text. */
export function htmlToText(html: string): string {
  return `${convert(html, TEXT_OPTIONS).trim()}\n`
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

function titleOf(title: string | null | undefined): string {
  return title ? ` title="${escapeHtml(title)}"` : ''
}
