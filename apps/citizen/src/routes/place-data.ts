import type { AssetAnswer, AssetQuestion, Question } from '@signalen/domain'
import { findSubcategory, type MainCategory, type Subcategory } from '../api/categories.ts'
import { listNearbyAssets, listQuestions } from '../api/questions.ts'
import type { Draft } from '../drafts/draft.ts'
import type { Visit } from '../http/visit.ts'
import { categoryOf } from '../rules/report.ts'

export interface PlaceData {
  readonly categories: readonly MainCategory[]
  /** Undefined when it does not exist any more. */
  readonly subcategory: Subcategory | undefined
  readonly questions: readonly Question[]
  /** What stands near the place, by key of the question; nothing while there is no place. */
  readonly assets: ReadonlyMap<string, readonly AssetAnswer[]>
}

/** All that step 2 shows besides the draft. What cannot be had is left out: a report must always be possible. */
export async function loadPlaceData(visit: Visit, draft: Draft): Promise<PlaceData> {
  const key = categoryOf(draft)
  const [categories, questions] = await Promise.all([
    visit.kit.categories(visit.request.host, visit.api).catch(() => []),
    listQuestions(visit.api, key).catch(() => []),
  ])
  const assets = await loadAssets(visit, draft, questions)
  return { categories, subcategory: findSubcategory(categories, key), questions, assets }
}

async function loadAssets({ api }: Visit, draft: Draft, questions: readonly Question[]) {
  const { chosen } = draft.place
  if (!chosen) return new Map<string, readonly AssetAnswer[]>()
  const asking = questions.filter((question): question is AssetQuestion => question.kind === 'assets')
  const found = asking.map(async (question): Promise<[string, readonly AssetAnswer[]]> => {
    const isUnknown = chosen.source === 'typed'
    return [question.key, isUnknown ? [] : await listNearbyAssets(api, question, chosen)]
  })
  return new Map(await Promise.all(found))
}
