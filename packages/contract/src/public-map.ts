import { z } from 'zod'
import { halPageOf } from './hal.ts'

/** Additions of our own: the public map with what was solved lately, and the figures that anyone may see. */

const named = { name: z.string(), slug: z.string() }
const one = z.union([z.string(), z.array(z.string())]).optional()

export const publicMapQuery = z.looseObject({
  state: one.meta({ description: '`open`, or `solved` for the last 30 days' }),
  category: one.meta({ description: 'Slug of a main category' }),
  days: one.meta({ description: 'Reported, or solved, in the last so many days' }),
})

export const publicMapPage = halPageOf(
  z.object({
    category: z.object({ ...named, parent: z.object(named) }),
    icon: z.string().nullable().meta({ description: 'Path of the icon of the category' }),
    reported_on: z.string().meta({ format: 'date' }),
    solved_on: z.string().nullable().meta({ format: 'date' }),
    longitude: z.number(),
    latitude: z.number(),
    reference: z.string().nullable().meta({ description: 'To follow this report by' }),
  }),
)

const tooFew = z.number().nullable().meta({ description: 'Null: too few to tell' })
const figureRow = z.object({
  reported: tooFew,
  solved: tooFew,
  median_days: tooFew,
  satisfied_percent: tooFew,
})

export const publicFigures = z.object({
  made_at: z.string(),
  from: z.string().meta({ format: 'date' }),
  until: z.string().meta({ format: 'date' }),
  total: figureRow,
  months: z.array(z.object({ month: z.string(), reported: tooFew, solved: tooFew })),
  categories: z.array(figureRow.extend(named)),
})
