import { createHash } from 'node:crypto'
import type { Theme } from '../options.ts'

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
  const light = declarations(theme.tokens)
  const dark = declarations(theme.darkTokens)
  const selector = `.${theme.className ?? 'voorbeeld-theme'}`
  return [
    light && `${selector}{${light}}`,
    dark && `@media (prefers-color-scheme:dark){${selector}{${dark}}}`,
  ]
    .filter(Boolean)
    .join('\n')
}

function declarations(tokens: Readonly<Record<string, string>> = {}): string {
  return Object.entries(tokens)
    .filter(
      ([name, value]) =>
        /^--[\w-]+$/.test(name) && /^[^;{}<>\\]{1,200}$/.test(value) && !/url\(/i.test(value),
    )
    .map(([name, value]) => `${name}:${value};`)
    .join('')
}
