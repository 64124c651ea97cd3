import { z } from 'zod'
import { taskRun } from './background-task.ts'
import { shortCategory } from './signal-parts.ts'

/** Additions of our own: how categories are suggested, and how good that is. */

const accuracy = z.object({ top1: z.number(), top3: z.number() })
const judgedAs = z.object({ main: accuracy, sub: accuracy })

export const modelInUse = z.object({
  kind: z.enum(['shipped', 'own', 'outside']).meta({
    description: 'The model that comes with the product, one of your own, or a service outside',
  }),
  version: z.int().nullable(),
})

export const modelVersion = z.object({
  id: z.int(),
  trained_at: z.string(),
  trained_by: z.string().nullable().meta({ description: 'Null for the clock and the command line' }),
  bytes: z.int(),
  is_active: z.boolean(),
  is_usable: z.boolean().meta({ description: 'False for a model of another version of the product' }),
  activated_at: z.string().nullable(),
  activated_by: z.string().nullable(),
  learnt: z.int().meta({ description: 'Reports of your own that it learnt from' }),
  corrected: z.int().meta({ description: 'Reports among them that got their category by hand' }),
  judged: z.int().meta({ description: 'Newer reports that both models were judged on' }),
  outcome: z.enum(['better', 'not-better', 'main-category-worse', 'too-few-reports']),
  former: judgedAs.meta({ description: 'How often the model that was in use then was right' }),
  own: judgedAs,
  gained: z.int().meta({ description: 'Reports that only this one had right' }),
  lost: z.int().meta({ description: 'Reports that only the former one had right' }),
})

export const suggestionModels = z.object({
  in_use: modelInUse,
  training: z.object({ is_running: z.boolean(), last_run: taskRun.nullable() }),
  versions: z.array(modelVersion).meta({ description: 'Newest first' }),
})

export const suggestionSettings = z.object({
  threshold: z.number().min(0).max(1),
  fallback: z.string().meta({ description: 'main/sub, by their slugs' }),
  learning: z.boolean(),
})

export const suggestionSettingsChange = z.object({
  threshold: z.number().min(0).max(1).optional(),
  fallback: z.string().max(500).optional(),
  learning: z.boolean().optional(),
})

export const suggestionReport = z.object({
  in_use: modelInUse,
  settings: suggestionSettings,
  made_at: z.string().nullable().meta({ description: 'Null before the first time' }),
  made_of: modelInUse.nullable().meta({ description: 'What was judged, which may no longer be in use' }),
  is_being_made: z.boolean(),
  last_failed: z.boolean(),
  judged: z
    .object({
      reports: z.int(),
      ...judgedAs.shape,
      calibration_error: z.number(),
      categories: z
        .array(z.object({ category: shortCategory, reports: z.int(), right: z.int() }))
        .meta({ description: 'Worst first' }),
      confusions: z
        .array(
          z.object({
            expected: shortCategory,
            suggested: shortCategory,
            reports: z.int(),
            between_departments: z.boolean(),
            cost: z.int(),
          }),
        )
        .meta({ description: 'Costliest first: one that leads to another department counts three times' }),
      thresholds: z.array(z.object({ threshold: z.number(), suggested: z.number(), right: z.number() })),
    })
    .nullable(),
  corrections: z.array(z.object({ month: z.string(), reports: z.int(), corrected: z.int() })),
})

export const signalSuggestion = z.object({
  in_use: modelInUse,
  is_sure: z.boolean(),
  threshold: z.number(),
  ranked: z.array(
    z.object({
      category: shortCategory,
      category_url: z.string(),
      probability: z.number(),
      is_current: z.boolean(),
    }),
  ),
  words: z
    .array(z.object({ word: z.string(), weight: z.number() }))
    .nullable()
    .meta({ description: 'What decided on the first; null where a service outside was asked' }),
})

export type SuggestionModels = z.infer<typeof suggestionModels>
export type ModelVersionAnswer = z.infer<typeof modelVersion>
export type SuggestionReportAnswer = z.infer<typeof suggestionReport>
export type SignalSuggestion = z.infer<typeof signalSuggestion>
