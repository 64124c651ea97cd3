import type { AssetAnswer, AssetQuestion, Question } from '@signalen/domain'
import { readFormAnswers } from '@signalen/ui'
import { findSubcategory, type MainCategory, type Subcategory } from '../api/categories.ts'
import { listNearbyAssets, listQuestions } from '../api/questions.ts'
import { askDanger, type FoundDanger } from '../api/urgency.ts'
import type { Draft } from '../drafts/draft.ts'
import { listCategories, type Visit } from '../http/visit.ts'
import { metersBetween } from '../rules/distance.ts'
import { categoryOf } from '../rules/report.ts'

const MOST_METERS = 500

export interface PlaceData {
  readonly categories: readonly MainCategory[]
  /** Undefined when it does not exist any more. */
  readonly subcategory: Subcategory | undefined
  readonly questions: readonly Question[]
  readonly danger: FoundDanger
  /** What stands near the place, by key of the question; nothing while there is no place. */
  readonly assets: ReadonlyMap<string, readonly AssetAnswer[]>
}

/** All that step 2 shows besides the draft. What cannot be had is left out: a report must always be possible. */
export async function loadPlaceData(visit: Visit, draft: Draft): Promise<PlaceData> {
  const key = categoryOf(draft)
  const [categories, questions, danger] = await Promise.all([
    listCategories(visit).catch(() => []),
    listQuestions(visit.api, key).catch(() => []),
    askDanger(visit.api, draft.text),
  ])
  const assets = await loadAssets(visit, draft, questions)
  return { categories, subcategory: findSubcategory(categories, key), questions, assets, danger }
}

/** What was chosen further on the map stays in the list, as long as the place is about the same. */
function addChosen(nearby: readonly AssetAnswer[], question: AssetQuestion, draft: Draft) {
  const { chosen: place } = draft.place
  const answer = readFormAnswers([question], draft.answers)[question.key]
  const chosen = (Array.isArray(answer) ? answer : []) as readonly AssetAnswer[]
  const further = chosen.filter(({ id, coordinates }) => {
    const isListed = nearby.some((asset) => asset.id === id)
    return !isListed && place && coordinates && metersBetween(place, toSpot(coordinates)) < MOST_METERS
  })
  return [...nearby, ...further.map(withoutEmptyDescription)]
}

/** As the list has it: a choice is known by its whole value. */
function withoutEmptyDescription({ description, ...asset }: AssetAnswer): AssetAnswer {
  return description ? { ...asset, description } : asset
}

function toSpot({ lat, lng }: { readonly lat: number; readonly lng: number }) {
  return { latitude: lat, longitude: lng }
}

async function loadAssets({ api }: Visit, draft: Draft, questions: readonly Question[]) {
  const { chosen } = draft.place
  if (!chosen) return new Map<string, readonly AssetAnswer[]>()
  const asking = questions.filter((question): question is AssetQuestion => question.kind === 'assets')
  const found = asking.map(async (question): Promise<[string, readonly AssetAnswer[]]> => {
    const isUnknown = chosen.source === 'typed'
    const nearby = isUnknown ? [] : await listNearbyAssets(api, question, chosen)
    return [question.key, addChosen(nearby, question, draft)]
  })
  return new Map(await Promise.all(found))
}
