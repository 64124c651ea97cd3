import type { FastifyInstance } from 'fastify'
import { showPage } from '../http/show.tsx'
import { type Kit, openVisit } from '../http/visit.ts'
import type { CitizenSite, Theme } from '../options.ts'
import { ThemePreviewPage } from '../pages/ThemePreviewPage.tsx'
import { themeCss, themeHref } from '../pages/theme.ts'
import { findShippedTheme, SHIPPED_NAMES } from '../rules/themes.ts'

/** The looks of the municipality, and how the form would look with others. */
export function themeRoutes(app: FastifyInstance, kit: Kit): void {
  app.get<{ Params: { name: string } }>('/thema/:name', async (request, reply) => {
    const site = await kit.options.siteFor(request)
    const theme = listThemes(site).find((one) => themeHref(one) === `/thema/${request.params.name}`)
    if (!theme) return reply.callNotFound()
    return reply
      .type('text/css; charset=utf-8')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(themeCss(theme))
  })

  app.get<{ Querystring: { thema?: string } }>('/thema-voorbeeld', async (request, reply) => {
    const visit = await openVisit(kit, request, reply)
    const { theme, themeDraft, logo, logoDraft } = visit.site
    const shown = findShippedTheme(request.query.thema) ?? themeDraft ?? theme
    reply.header('x-robots-tag', 'noindex')
    return showPage(
      { ...visit, site: { ...visit.site, theme: shown, logo: logoDraft ?? logo } },
      {
        title: visit.messages.theme.previewTitle(shown.name ?? 'neutral'),
        body: <ThemePreviewPage name={shown.name ?? 'neutral'} messages={visit.messages} />,
      },
    )
  })
}

function listThemes({ theme, themeDraft }: CitizenSite): Theme[] {
  return [theme, ...(themeDraft ? [themeDraft] : []), ...SHIPPED_NAMES.map((name) => ({ name }))]
}
