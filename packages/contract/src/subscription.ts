import { RESIDENT_LANGUAGES } from '@signalen/domain'
import { z } from 'zod'

/** Additions of our own: mail about a report of someone else, or about what is new on the public map. */

export const subscriptionRequest = z.object({
  email: z.string().max(254),
  report: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .optional()
    .meta({ description: 'The reference of a report near a place; without it: what is new on the map' }),
  area: z
    .object({ type: z.string().max(255), code: z.string().max(255) })
    .optional()
    .meta({ description: 'Only of this area' }),
  category: z.string().max(255).optional().meta({ description: 'Only of this main category, by its slug' }),
  pace: z.enum(['at once', 'weekly']).default('weekly'),
  language: z
    .enum(RESIDENT_LANGUAGES)
    .default('nl')
    .meta({ description: 'Of the mails, where they have a text in it' }),
})

export const subscriptionToken = z.object({ token: z.string().max(200) })

export const subscriptionKind = z.object({
  kind: z.enum(['report', 'map']).meta({ description: 'What the mail is about' }),
})

export const followerCount = z.object({ count: z.int().min(0) })
