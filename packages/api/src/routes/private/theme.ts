import { logo, themeDesign, themes } from '@signalen/contract'
import {
  getThemes,
  publishTheme,
  removeLogo,
  saveLogoDraft,
  saveThemeDraft,
  type Themes,
} from '@signalen/services'
import { actorOf, contextOf } from '../../plugins/access.ts'
import type { Api } from '../../types.ts'

const tags = ['theme']
const path = '/v1/private/theme'

/** How the site for residents looks: now, and in a draft that can be looked at first. */
export function themeRoutes(app: Api): void {
  app.get(
    path,
    {
      config: { operation: 'theme.read' },
      schema: { tags, summary: 'The theme, and the draft of another', response: { 200: themes } },
    },
    async (request) => present(getThemes(contextOf(request), actorOf(request))),
  )

  app.put(
    `${path}/draft`,
    {
      config: { operation: 'theme.update' },
      bodyLimit: 1024 * 1024,
      schema: {
        tags,
        summary: 'Make a draft of another theme',
        body: themeDesign,
        response: { 200: themes },
      },
    },
    async (request) => {
      const { name, token_set: tokenSet } = request.body
      return present(await saveThemeDraft(contextOf(request), actorOf(request), { name, tokenSet }))
    },
  )

  logoRoutes(app)

  app.post(
    `${path}/publish`,
    {
      config: { operation: 'theme.update', errors: [409] },
      schema: { tags, summary: 'Switch the drafts on', response: { 200: themes } },
    },
    async (request) => present(await publishTheme(contextOf(request), actorOf(request))),
  )
}

function logoRoutes(app: Api): void {
  const url = `${path}/logo`
  const config = { operation: 'theme.update' } as const
  app.put(
    url,
    {
      config,
      bodyLimit: 1024 * 1024,
      schema: { tags, summary: 'Make a draft of another logo', body: logo, response: { 200: themes } },
    },
    async (request) => present(await saveLogoDraft(contextOf(request), actorOf(request), request.body)),
  )

  app.delete(
    url,
    {
      config,
      schema: { tags, summary: 'Show the name instead of a logo', response: { 200: themes } },
    },
    async (request) => present(await removeLogo(contextOf(request), actorOf(request))),
  )
}

function present({ current, draft, logo: shown, logoDraft }: Themes) {
  return {
    current: presentTheme(current),
    draft: draft && presentTheme(draft),
    logo: shown,
    logo_draft: logoDraft,
  }
}

function presentTheme({ name, tokens, darkTokens }: Themes['current']) {
  return { name, tokens: { ...tokens }, dark_tokens: { ...darkTokens } }
}
