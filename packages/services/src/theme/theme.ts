import { type Actor, judge, readTokenSet } from '@signalen/domain'
import type { Context } from '../context.ts'
import { conflict, forbidden, invalid } from '../problem.ts'
import { saveSettings } from '../settings/save-settings.ts'
import type { Logo, Theme } from '../settings/settings.ts'
import { findLogoFault } from './logo-image.ts'

/** Themes that come with the product; any other name needs tokens of its own. */
export const SHIPPED_THEMES: readonly string[] = ['neutral', 'high-contrast']

export interface Themes {
  /** As everyone sees it. */
  readonly current: Theme
  /** To be looked at before it is switched on. */
  readonly draft: Theme | null
  readonly logo: Logo | null
  readonly logoDraft: Logo | null
}

export interface ThemeDesign {
  readonly name: string
  /** An NL Design System theme as CSS or JSON; absent for one that comes with the product. */
  readonly tokenSet?: string | undefined
}

export function getThemes({ settings }: Context, actor: Actor): Themes {
  requireRight(actor, 'theme.read')
  const { theme, themeDraft, logo, logoDraft } = settings
  return { current: theme ?? { name: 'neutral' }, draft: themeDraft, logo, logoDraft }
}

export async function saveThemeDraft(context: Context, actor: Actor, design: ThemeDesign): Promise<Themes> {
  requireRight(actor, 'theme.update')
  const draft = readDesign(design)
  await saveSettings(context, actor, { themeDraft: draft })
  return { ...getThemes(context, actor), draft }
}

function readDesign({ name, tokenSet }: ThemeDesign): Theme {
  if (tokenSet === undefined) {
    if (SHIPPED_THEMES.includes(name)) return { name }
    throw invalid({ token_set: ['Geef de tokens van dit thema, als CSS of als JSON.'] })
  }
  const set = readTokenSet(tokenSet)
  if (!set) throw invalid({ token_set: ['Hier staat geen enkele token in. Geef CSS met --namen, of JSON.'] })
  return { name, tokens: set.tokens, darkTokens: set.darkTokens }
}

export async function saveLogoDraft(context: Context, actor: Actor, logo: Logo): Promise<Themes> {
  requireRight(actor, 'theme.update')
  const fault = findLogoFault(logo.image)
  if (fault !== undefined) throw invalid({ image: [fault] })
  await saveSettings(context, actor, { logoDraft: logo })
  return { ...getThemes(context, actor), logoDraft: logo }
}

/** From now on everyone sees the name again. */
export async function removeLogo(context: Context, actor: Actor): Promise<Themes> {
  requireRight(actor, 'theme.update')
  await saveSettings(context, actor, { logo: null, logoDraft: null })
  return { ...getThemes(context, actor), logo: null, logoDraft: null }
}

/** From now on everyone sees the drafts. */
export async function publishTheme(context: Context, actor: Actor): Promise<Themes> {
  requireRight(actor, 'theme.update')
  const { themeDraft, logoDraft } = context.settings
  if (!themeDraft && !logoDraft) throw conflict('Er is geen concept om aan te zetten.')
  await saveSettings(context, actor, {
    ...(themeDraft && { theme: themeDraft, themeDraft: null }),
    ...(logoDraft && { logo: logoDraft, logoDraft: null }),
  })
  const before = getThemes(context, actor)
  return {
    current: themeDraft ?? before.current,
    draft: null,
    logo: logoDraft ?? before.logo,
    logoDraft: null,
  }
}

function requireRight(actor: Actor, operation: 'theme.read' | 'theme.update'): void {
  if (!judge(actor, operation).allowed) throw forbidden()
}
