import { isReportLanguage } from '@signalen/ui'
import type { FastifyInstance } from 'fastify'
import { ACCESSIBILITY_STATE } from '../accessibility/state.ts'
import { readReturnPath, rememberLanguage } from '../http/language-cookie.ts'
import { goTo, showPage } from '../http/show.tsx'
import { type Kit, openVisit } from '../http/visit.ts'
import { AccessibilityPage, PrivacyPage } from '../pages/InformationPages.tsx'

/** Pages about the site, and what a site has besides pages. */
export function informationRoutes(app: FastifyInstance, kit: Kit): void {
  app.get('/privacy', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    return showPage(visit, { title: visit.messages.privacy.title, body: <PrivacyPage {...visit} /> })
  })

  app.get('/toegankelijkheid', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    return showPage(visit, {
      title: visit.messages.accessibility.title,
      body: <AccessibilityPage {...visit} url={kit.options.citizenUrl} state={ACCESSIBILITY_STATE} />,
    })
  })

  app.get<{ Params: { language: string }; Querystring: { naar?: string } }>(
    '/taal/:language',
    async (request, reply) => {
      const visit = await openVisit(kit, request, reply)
      const { language } = request.params
      if (!isReportLanguage(language)) return reply.callNotFound()
      rememberLanguage(request, reply, language)
      return goTo(visit, readReturnPath(request.query.naar))
    },
  )

  app.get('/manifest.webmanifest', async (request, reply) => {
    const { site, messages, language } = await openVisit(kit, request, reply)
    return reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'private, max-age=86400')
      .send({
        id: '/',
        name: `${messages.footer.report} · ${site.municipality}`,
        short_name: messages.footer.report,
        lang: language,
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#ffffff',
        theme_color: '#0d6068',
        icons: ICONS,
      })
  })

  app.get('/.well-known/security.txt', async (request, reply) => {
    const { contact } = await kit.options.siteFor(request)
    // Without anyone to turn to the file would not be valid.
    if (!contact.email && !contact.website) return reply.callNotFound()
    return reply
      .type('text/plain; charset=utf-8')
      .send(presentSecurityText(kit, contact.email, contact.website))
  })

  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(
        'User-agent: *\nDisallow: /melden/\nDisallow: /kto/\nDisallow: /feedback/\nDisallow: /mijn-meldingen/\nDisallow: /volgen/\n',
      ),
  )
}

/** Made by tools/icons.ts; the maskable one fills the shape that a phone gives it. */
const ICONS = [
  { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  { src: '/assets/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { src: '/assets/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { src: '/assets/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
]

/** RFC 9116; valid for a year from now, as it is made anew every time. */
function presentSecurityText(kit: Kit, email: string | undefined, website: string | undefined): string {
  const expires = new Date(kit.now().getTime() + 364 * 86_400_000)
  expires.setUTCHours(0, 0, 0, 0)
  const contacts = [email && `mailto:${email}`, website].filter(Boolean)
  return [
    ...contacts.map((contact) => `Contact: ${contact}`),
    `Expires: ${expires.toISOString()}`,
    'Preferred-Languages: nl, en',
    `Canonical: ${kit.options.citizenUrl}/.well-known/security.txt`,
    '',
  ].join('\n')
}
