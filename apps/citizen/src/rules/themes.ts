import type { Theme } from '../options.ts'

type Tokens = Readonly<Record<string, string>>

/** The steps of a ramp of colours, from light to dark, as the neutral theme has them. */
const STEPS = [50, 100, 200, 300, 400, 500, 600, 700] as const

function ramp(name: string, colours: readonly string[]): Tokens {
  return Object.fromEntries(
    STEPS.map((step, index) => [`voorbeeld-kleuren-${name}-${step}`, colours[index] ?? '#000000']),
  )
}

const ROLES = [
  'default',
  'accent-1',
  'action-1',
  'action-2',
  'info',
  'positive',
  'warning',
  'negative',
] as const

/** Black on white, and white on black: every text has at least seven times the contrast of its ground. */
const HIGH_CONTRAST = {
  tokens: {
    ...ramp('petrol', [
      '#ffffff',
      '#eef4ff',
      '#dbe8ff',
      '#a8c8ff',
      '#00318f',
      '#00246b',
      '#001a4d',
      '#000d26',
    ]),
    ...ramp('grijs', [
      '#ffffff',
      '#ffffff',
      '#f0f0f0',
      '#595959',
      '#262626',
      '#1a1a1a',
      '#0d0d0d',
      '#000000',
    ]),
    'basis-color-default-border-default': '#000000',
    'basis-color-default-border-subtle': '#000000',
    'basis-color-default-color-subtle': '#1a1a1a',
  },
  darkTokens: {
    'voorbeeld-kleuren-grijs-300': '#e6e6e6',
    'voorbeeld-kleuren-grijs-200': '#ffffff',
    'voorbeeld-kleuren-grijs-100': '#ffffff',
    ...Object.fromEntries(ROLES.map((role) => [`basis-color-${role}-bg-document`, '#000000'])),
    'basis-color-default-bg-subtle': '#000000',
    'basis-color-default-bg-default': '#1a1a1a',
    'basis-color-default-border-default': '#ffffff',
    'basis-color-default-border-subtle': '#ffffff',
    'basis-color-default-color-subtle': '#ffffff',
  },
} as const

/** Themes that come with the product, by their names. */
const SHIPPED: Readonly<Record<string, Required<Pick<Theme, 'tokens' | 'darkTokens'>>>> = {
  neutral: { tokens: {}, darkTokens: {} },
  'high-contrast': HIGH_CONTRAST,
}

export const SHIPPED_NAMES: readonly string[] = Object.keys(SHIPPED)

export function findShippedTheme(name: unknown): Theme | undefined {
  return typeof name === 'string' && Object.hasOwn(SHIPPED, name) ? { name } : undefined
}

/** What a theme differs in from the neutral one, its own tokens over those of the shipped theme of that name. */
export function listTokens({ name = '', tokens, darkTokens }: Theme): { tokens: Tokens; darkTokens: Tokens } {
  const shipped = Object.hasOwn(SHIPPED, name) ? SHIPPED[name] : undefined
  return {
    tokens: { ...shipped?.tokens, ...tokens },
    darkTokens: { ...shipped?.darkTokens, ...darkTokens },
  }
}
