import { z } from 'zod'

/** Additions of our own: how the site for residents looks. */

const tokens = z.record(z.string(), z.string())

export const theme = z.object({
  name: z.string(),
  tokens: tokens.meta({ description: 'Custom properties, without their two hyphens' }),
  dark_tokens: tokens,
})

export const logo = z.object({
  image: z
    .string()
    .max(200_000)
    .meta({ description: 'The picture itself, as `data:image/svg+xml;base64,…` or as PNG' }),
  alt: z.string().trim().min(1).max(150).meta({ description: 'What it says, for who does not see it' }),
})

export const themes = z.object({
  current: theme,
  draft: theme.nullable(),
  logo: logo.nullable(),
  logo_draft: logo.nullable(),
})

export const themeDesign = z.object({
  name: z
    .string()
    .max(60)
    .regex(/^[a-z0-9-]+$/),
  token_set: z
    .string()
    .max(500_000)
    .optional()
    .meta({ description: 'An NL Design System theme as CSS or JSON; absent for one that comes along' }),
})

export type ThemeAnswer = z.infer<typeof theme>
export type ThemesAnswer = z.infer<typeof themes>
