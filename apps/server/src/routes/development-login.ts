import formbody from '@fastify/formbody'
import type { DevelopmentProvider, DevelopmentUser } from '@signalen/integrations'
import type { FastifyInstance } from 'fastify'

/** The sign-in page of the development provider: pick who you are. Never there in production. */
export async function developmentLogin(
  app: FastifyInstance,
  options: { provider: DevelopmentProvider },
): Promise<void> {
  await app.register(formbody)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
    reply.header(
      'content-security-policy',
      "default-src 'none'; style-src 'sha256-" +
        STYLE_HASH +
        "'; form-action 'self' http: https:; frame-ancestors 'none'",
    )
  })

  app.get<{ Params: { uid: string } }>('/:uid', async (request, reply) =>
    reply.type('text/html').send(page(request.params.uid, await options.provider.listUsers())),
  )

  app.post<{ Params: { uid: string }; Body: { email?: string } }>('/:uid', async (request, reply) => {
    reply.hijack()
    try {
      await options.provider.finishLogin(request.raw, reply.raw, request.body.email ?? '')
    } catch {
      reply.raw.writeHead(303, { location: '/auth/login' }).end()
    }
  })
}

const STYLE = `body{font:1.125rem/1.5 system-ui,sans-serif;margin:0;background:#f4f5f7;color:#1b1b1b}
main{max-width:36rem;margin:2rem auto;padding:1.5rem;background:#fff;border-radius:.5rem}
h1{margin-top:0}ul{list-style:none;padding:0;margin:0}li{margin:.5rem 0}
button{width:100%;text-align:left;font:inherit;padding:.75rem 1rem;border:2px solid #154273;border-radius:.375rem;background:#fff;color:#154273;cursor:pointer}
button:hover{background:#e8eef5}button:focus-visible{outline:3px solid #ffb612;outline-offset:2px}
small{display:block;color:#444}
@media (prefers-color-scheme:dark){body{background:#15181d;color:#eee}main{background:#1f242b}button{background:#1f242b;color:#9cc4f2;border-color:#9cc4f2}button:hover{background:#2b333d}small{color:#ccc}}`
const STYLE_HASH = Buffer.from(
  await crypto.subtle.digest('SHA-256', new TextEncoder().encode(STYLE)),
).toString('base64')

function page(uid: string, users: readonly DevelopmentUser[]): string {
  const buttons = users.map(
    (user) =>
      `<li><button type="submit" name="email" value="${escapeHtml(user.email)}">${escapeHtml(user.name)}<small>${escapeHtml(user.description)}</small></button></li>`,
  )
  return `<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Inloggen om Signalen te proberen</title><style>${STYLE}</style></head><body><main>
<h1>Wie bent u?</h1><p>Dit is een proefomgeving. Kies een medewerker om mee in te loggen; een wachtwoord is niet nodig.</p>
<form method="post" action="/idp-login/${encodeURIComponent(uid)}"><ul>${buttons.join('')}</ul></form></main></body></html>`
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
