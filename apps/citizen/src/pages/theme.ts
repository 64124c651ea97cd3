import { createHash } from 'node:crypto'
import { isThemeToken } from '@signalen/domain'
import type { Theme } from '../options.ts'
import { listTokens } from '../rules/themes.ts'

/** Every theme is laid over the neutral one, so that nothing lacks a colour. */
export const THEME_CLASS = 'voorbeeld-theme'

/** The address of the municipality's own tokens; undefined when it has none. */
export function themeHref(theme: Theme): string | undefined {
  const css = themeCss(theme)
  return css === '' ? undefined : `/thema/${hashOf(css)}.css`
}

function hashOf(css: string): string {
  return createHash('sha256').update(css).digest('base64url').slice(0, 16)
}

/** Only custom properties with plain values: a setting must not be able to do more than look different. */
export function themeCss(theme: Theme): string {
  const { tokens, darkTokens } = listTokens(theme)
  const light = declarations(tokens)
  const dark = declarations(darkTokens)
  return [
    light && `.${THEME_CLASS}{${light}}`,
    dark && `@media screen and (prefers-color-scheme:dark){.${THEME_CLASS}{${dark}}}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function declarations(tokens: Readonly<Record<string, string>>): string {
  return Object.entries(tokens)
    .filter(([name, value]) => isThemeToken(name, value))
    .map(([name, value]) => `--${name}:${value};`)
    .join('')
}
