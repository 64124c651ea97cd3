import { type Actor, judge } from '@signalen/domain'
import { getCategoryTree } from '../categories/category-tree.ts'
import type { Context } from '../context.ts'
import { forbidden, invalid } from '../problem.ts'
import { saveSettings } from '../settings/save-settings.ts'
import type { Settings } from '../settings/settings.ts'
import { withoutUndefined } from '../without-undefined.ts'
import { listActiveSlugs } from './category-slugs.ts'

export interface SuggestionSettings {
  readonly threshold: number
  /** `main/sub` */
  readonly fallback: string
  readonly learning: boolean
}

export function readSuggestionSettings(settings: Settings): SuggestionSettings {
  const { predictionThreshold, predictionFallback, predictionLearning } = settings
  return { threshold: predictionThreshold, fallback: predictionFallback, learning: predictionLearning }
}

export async function saveSuggestionSettings(
  context: Context,
  actor: Actor,
  {
    threshold,
    fallback,
    learning,
  }: { [Name in keyof SuggestionSettings]?: SuggestionSettings[Name] | undefined },
): Promise<SuggestionSettings> {
  if (!judge(actor, 'suggestion.update').allowed) throw forbidden()
  if (fallback !== undefined) await requireActive(context, fallback)
  const given = withoutUndefined({
    predictionThreshold: threshold,
    predictionFallback: fallback,
    predictionLearning: learning,
  })
  await saveSettings(context, actor, given)
  return readSuggestionSettings({ ...context.settings, ...given })
}

async function requireActive(context: Context, category: string): Promise<void> {
  const active = [...listActiveSlugs(await getCategoryTree(context.db)).values()]
  if (!active.includes(category))
    throw invalid({ fallback: ['Deze categorie bestaat niet of is niet actief.'] })
}
