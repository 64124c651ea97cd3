import type { Context } from '../context.ts'
import { notFound } from '../problem.ts'
import type { PublicFigures } from './count-public-figures.ts'

export interface CountedFigures {
  readonly madeAt: Date
  readonly figures: PublicFigures
}

/** As they were counted last. */
export async function getPublicFigures(context: Context): Promise<CountedFigures> {
  if (!context.settings.publicGeography) throw notFound()
  const row = await context.db.kysely
    .selectFrom('public_figures')
    .select(['made_at', 'figures'])
    .executeTakeFirst()
  if (!row) throw notFound()
  return { madeAt: row.made_at, figures: row.figures as PublicFigures }
}
