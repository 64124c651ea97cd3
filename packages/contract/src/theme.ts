import { z } from 'zod'

/** Additions of our own: how the site for residents looks. */

const tokens = z.record(z.string(), z.string())

export const theme = z.object({
  name: z.string(),
  tokens: tokens.meta({ description: 'Custom properties, without their two hyphens' }),
  dark_tokens: tokens,
})

export const themes = z.object({ current: theme, draft: theme.nullable() })

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
