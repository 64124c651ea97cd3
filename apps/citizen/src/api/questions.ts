import type { AssetAnswer } from '@signalen/domain'
import {
  type AssetQuestion,
  fillAssetEndpoint,
  type Question,
  readQuestions,
  type WireQuestion,
} from '@signalen/domain'
import { readAssets, sortByDistance } from '@signalen/ui'
import { type Api, within } from './api-client.ts'
import type { CategoryKey } from './categories.ts'
import { resultsOf } from './read-json.ts'

/** The questions of a category; none when they cannot be had, as they must never be in the way of a report. */
export async function listQuestions(api: Api, { main, sub }: CategoryKey): Promise<Question[]> {
  const query = new URLSearchParams({ main_slug: main, sub_slug: sub, page_size: '100' })
  const answer = await api.get(`/signals/v1/public/questions/?${query}`)
  if (!answer.ok) return []
  const questions = readQuestions(resultsOf(answer.body).filter(isWireQuestion))
  return questions
    .filter((question) => !question.staffOnly)
    .map((question) => (question.kind === 'assets' ? throughOurServer(question, { main, sub }) : question))
}

/** Open data of others is fetched by our own server, so that nobody else learns who looks where. */
function throughOurServer(question: AssetQuestion, { main, sub }: CategoryKey): AssetQuestion {
  const path = [main, sub, question.key].map(encodeURIComponent).join('/')
  const base = `/signals/v1/public/objects/${path}`
  const isElsewhere = question.endpoint?.startsWith('https:') ?? false
  return {
    ...question,
    endpoint: isElsewhere ? `${base}?bbox={west},{south},{east},{north}` : question.endpoint,
    featureTypes: question.featureTypes.map((type, index) =>
      type.iconUrl?.startsWith('https:') ? { ...type, iconUrl: `${base}/icons/${index}` } : type,
    ),
  }
}

function isWireQuestion(value: unknown): value is WireQuestion {
  return typeof value === 'object' && value !== null && 'key' in value && 'field_type' in value
}

const NEARBY_DEGREES = 0.0025
const MOST_NEARBY = 20

export interface Spot {
  readonly longitude: number
  readonly latitude: number
}

/** What stands near a place, nearest first. Only sources on our own server are asked. */
export async function listNearbyAssets(
  api: Api,
  question: AssetQuestion,
  near: Spot,
): Promise<AssetAnswer[]> {
  if (!question.endpoint?.startsWith('/')) return []
  const path = fillAssetEndpoint(question.endpoint, {
    west: near.longitude - NEARBY_DEGREES,
    south: near.latitude - NEARBY_DEGREES * 0.6,
    east: near.longitude + NEARBY_DEGREES,
    north: near.latitude + NEARBY_DEGREES * 0.6,
  })
  const answer = await within(
    3000,
    api.get(path).catch(() => undefined),
  )
  if (!answer?.ok) return []
  return sortByDistance(readAssets(question, answer.body), near).slice(0, MOST_NEARBY)
}
