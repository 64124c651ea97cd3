import {
  createCategoryPath,
  type ExtraProperty,
  findIncidentStart,
  findVisibleForm,
  isAssetAnswers,
  type Question,
  toExtraProperties,
  type VisibleForm,
} from '@signalen/domain'
import { type ReportLanguage, readFormAnswers } from '@signalen/ui'
import { type CategoryKey, FALLBACK_CATEGORY } from '../api/categories.ts'
import type { NewReport } from '../api/signals.ts'
import type { ChosenPlace, Draft } from '../drafts/draft.ts'

export function categoryOf(draft: Draft): CategoryKey {
  return draft.category ?? FALLBACK_CATEGORY
}

/** The questions that are asked with these answers. */
export function findAskedForm(draft: Draft, questions: readonly Question[]): VisibleForm {
  const { main, sub } = categoryOf(draft)
  return findVisibleForm({
    questions,
    answers: readFormAnswers(questions, draft.answers),
    facts: { category: main, subcategory: sub },
    isStaff: false,
  })
}

interface Sending {
  readonly questions: readonly Question[]
  readonly now: Date
  readonly language: ReportLanguage
}

/** Everything in the form in which the API takes it; undefined while there is no place. */
export function toReport(draft: Draft, { questions, now, language }: Sending): NewReport | undefined {
  const { chosen } = draft.place
  if (!chosen) return undefined
  const category = categoryOf(draft)
  const asked = findAskedForm(draft, questions)
  const categoryPath = createCategoryPath(category)
  return {
    key: draft.key,
    text: draft.text,
    language,
    categoryPath,
    place: placeAtAsset(chosen, asked),
    contact: draft.contact,
    happenedAt: findIncidentStart(asked, now),
    answers: [...describePlace(draft, categoryPath), ...toExtraProperties(asked, category)],
  }
}

/** An object that was pointed at says better than an address where to be. */
function placeAtAsset(chosen: ChosenPlace, asked: VisibleForm): ChosenPlace {
  const assets = Object.values(asked.answers).flatMap((answer) => (isAssetAnswers(answer) ? answer : []))
  const last = assets.findLast((asset) => asset.coordinates !== undefined)
  if (!last?.coordinates) return chosen
  return { ...chosen, longitude: last.coordinates.lng, latitude: last.coordinates.lat }
}

/** For staff, and so in Dutch: how the reporter described the place, and whether it was found. */
function describePlace({ place }: Draft, categoryPath: string): ExtraProperty[] {
  const properties: ExtraProperty[] = []
  if (place.description !== '') {
    properties.push({
      id: 'place_description',
      label: 'Omschrijving van de plaats',
      category_url: categoryPath,
      answer: place.description,
    })
  }
  if (place.chosen?.source === 'typed') {
    properties.push({
      id: 'place_not_found',
      label: 'Plaats niet gevonden op de kaart; de melder schreef',
      category_url: categoryPath,
      answer: place.chosen.display,
    })
  }
  return properties
}
