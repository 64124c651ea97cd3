import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Mailbox, MailboxEntry, MailboxMessage } from './mailbox.ts'
import { escapeHtml } from './markdown.ts'
import { sanitiseHtml } from './sanitise-html.ts'

const PAGE_SIZE = 50

const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
const MAIL_POLICY =
  "default-src 'none'; img-src https: http:; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'"

const STYLE = `
body { font: 1.125rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; max-width: 60rem; padding: 1rem; }
a { color: #00478f; }
:focus-visible { outline: 3px solid #00478f; outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #6b6b6b; padding: .5rem .5rem .5rem 0; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dd { margin: 0; overflow-wrap: anywhere; }
input, button { font: inherit; padding: .375rem .75rem; border: 1px solid #1a1a1a; border-radius: .25rem; background: #fff; color: inherit; }
button { background: #00478f; color: #fff; border-color: #00478f; }
iframe { border: 1px solid #6b6b6b; width: 100%; height: 30rem; background: #fff; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #6b6b6b; padding: 1rem; }`

interface ListQuery {
  readonly adres?: string
  readonly pagina?: string
}

/** Pages on which the mail of the demonstration is read; to be registered under a prefix of its own. */
export function createMailboxPages(mailbox: Mailbox): FastifyPluginAsync {
  return async (app) => {
    const base = app.prefix
    app.get<{ Querystring: ListQuery }>('/', async (request, reply) => {
      const address = String(request.query.adres ?? '').slice(0, 254)
      const entries = await mailbox.list(address)
      return sendPage(
        reply,
        'Alle berichten',
        listPage({ base, address, entries, page: readPage(request.query) }),
      )
    })
    app.get<{ Params: { id: string } }>('/:id', async (request, reply) => {
      const message = await mailbox.read(request.params.id)
      if (!message) return sendNotFound(reply, base)
      return sendPage(reply, message.subject || 'Zonder onderwerp', messagePage(base, message))
    })
    contentRoute(app, mailbox)
  }
}

function contentRoute(app: FastifyInstance, mailbox: Mailbox): void {
  app.get<{ Params: { id: string } }>('/:id/opmaak', async (request, reply) => {
    const message = await mailbox.read(request.params.id)
    if (!message) return sendNotFound(reply, app.prefix)
    const title = escapeHtml(message.subject)
    return setHeaders(reply, MAIL_POLICY).send(
      `<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8"><title>${title}</title><style>body { font: 1rem/1.5 system-ui, sans-serif; }</style></head><body>${sanitiseHtml(message.html)}</body></html>`,
    )
  })
}

function sendPage(reply: FastifyReply, title: string, content: string): FastifyReply {
  return setHeaders(reply, PAGE_POLICY).send(`<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} – Postvak van de demonstratie</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${content}
</main>
</body>
</html>
`)
}

function sendNotFound(reply: FastifyReply, base: string): FastifyReply {
  const content = `<h1>Dit bericht is er niet</h1>\n<p><a href="${escapeHtml(base)}">Naar alle berichten</a></p>`
  return sendPage(reply.code(404), 'Niet gevonden', content)
}

function setHeaders(reply: FastifyReply, policy: string): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('x-frame-options', 'SAMEORIGIN')
}

function readPage({ pagina }: ListQuery): number {
  const page = Number(pagina)
  return Number.isSafeInteger(page) && page > 0 ? page : 1
}

interface ListView {
  readonly base: string
  readonly address: string
  readonly entries: readonly MailboxEntry[]
  readonly page: number
}

function listPage(view: ListView): string {
  const { base, address, entries, page } = view
  const shown = entries.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
  return `<h1>Postvak van de demonstratie</h1>
<p>Hier staat alle e-mail die vanuit deze demonstratie is verstuurd. Er gaat niets naar buiten.</p>
<form method="get" action="${escapeHtml(base)}" role="search">
<p><label for="adres">Zoek op e-mailadres</label><br>
<input id="adres" name="adres" value="${escapeHtml(address)}" autocomplete="off"> <button>Zoek</button></p>
</form>
<p>${countText(entries.length, address)}</p>
${shown.length > 0 ? table(base, shown) : ''}
${pageLinks(view)}`
}

function countText(count: number, address: string): string {
  const messages = count === 1 ? '1 bericht' : `${count} berichten`
  return address === '' ? `${messages}.` : `${messages} aan “${escapeHtml(address)}”.`
}

function table(base: string, entries: readonly MailboxEntry[]): string {
  const rows = entries.map(
    ({ id, to, subject, receivedAt }) =>
      `<tr><td><a href="${escapeHtml(`${base}/${id}`)}">${escapeHtml(subject || 'Zonder onderwerp')}</a></td><td>${escapeHtml(to)}</td><td>${showTime(receivedAt)}</td></tr>`,
  )
  return `<table>
<caption>Nieuwste bericht eerst</caption>
<thead><tr><th scope="col">Onderwerp</th><th scope="col">Aan</th><th scope="col">Ontvangen</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`
}

function pageLinks({ base, address, entries, page }: ListView): string {
  const links: string[] = []
  const to = (target: number) =>
    escapeHtml(`${base}?${new URLSearchParams({ adres: address, pagina: String(target) })}`)
  if (page > 1) links.push(`<a href="${to(page - 1)}">Nieuwere berichten</a>`)
  if (page * PAGE_SIZE < entries.length) links.push(`<a href="${to(page + 1)}">Oudere berichten</a>`)
  return links.length > 0 ? `<nav aria-label="Bladeren"><p>${links.join(' ')}</p></nav>` : ''
}

function messagePage(base: string, message: MailboxMessage): string {
  return `<p><a href="${escapeHtml(base)}">Naar alle berichten</a></p>
<h1>${escapeHtml(message.subject || 'Zonder onderwerp')}</h1>
<dl>
<dt>Van</dt><dd>${escapeHtml(message.from)}</dd>
<dt>Aan</dt><dd>${escapeHtml(message.to)}</dd>
<dt>Ontvangen</dt><dd>${showTime(message.receivedAt)}</dd>
</dl>
<h2>Tekst</h2>
<div class="text">${linkify(message.text.trim())}</div>
${message.html === '' ? '' : `<h2>Met opmaak</h2>\n${contentFrame(base, message.id)}`}`
}

function contentFrame(base: string, id: string): string {
  return `<iframe title="Het bericht met opmaak" src="${escapeHtml(`${base}/${id}/opmaak`)}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
}

/** Links in the plain text can be followed, as in any mail program. */
function linkify(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, index) => {
      const shown = escapeHtml(part)
      return index % 2 === 1 ? `<a href="${shown}">${shown}</a>` : shown
    })
    .join('')
}

function showTime(iso: string): string {
  const moment = new Date(iso)
  const text = moment.toLocaleString('nl-NL', {
    dateStyle: 'long',
    timeStyle: 'medium',
    timeZone: 'Europe/Amsterdam',
  })
  return `<time datetime="${escapeHtml(iso)}">${escapeHtml(text)}</time>`
}
