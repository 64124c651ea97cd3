import {
  type AssetQuestion,
  fillAssetEndpoint,
  isAllowedSource,
  type MapObject,
  parseBoundingBox,
  readMapObjects,
  readQuestion,
  widenBox,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid, notFound, Problem } from '../problem.ts'
import { listQuestions } from '../questions/list-questions.ts'

export interface ObjectsQuery {
  readonly main: string
  readonly sub: string
  /** Of the question that asks to point at something. */
  readonly key: string
  /** `west,south,east,north` */
  readonly bbox: string
}

/** What stands in a part of the map, from the open data that a question names, as far as the municipality trusts it. */
export async function listObjects(context: Context, query: ObjectsQuery): Promise<MapObject[]> {
  const question = await findAssetQuestion(context, query)
  const { endpoint } = question ?? {}
  if (!question || !endpoint || !isAllowedSource(endpoint, context.settings.objectOrigins)) throw notFound()
  const asked = parseBoundingBox(query.bbox)
  const box = asked && widenBox(asked)
  if (!box)
    throw invalid({ bbox: ['Voer in: min_lon,min_lat,max_lon,max_lat, van een klein stuk van de kaart.'] })
  if (!context.objectSource) throw notFound()
  try {
    return readMapObjects(question, await context.objectSource.find(fillAssetEndpoint(endpoint, box)))
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown'
    context.log.warn({ origin: new URL(endpoint).origin, reason }, 'objects cannot be had')
    throw new Problem(503, { detail: 'De kaartlaag is nu niet te bereiken.' }, { 'retry-after': '30' })
  }
}

export async function findAssetQuestion(
  context: Context,
  { main, sub, key }: Omit<ObjectsQuery, 'bbox'>,
): Promise<AssetQuestion | undefined> {
  const questions = await listQuestions(context, { main_slug: main, sub_slug: sub })
  for (const { fieldType, meta, ...rest } of questions) {
    if (rest.key !== key) continue
    const question = readQuestion({ ...rest, field_type: fieldType, meta })
    if (question?.kind === 'assets') return question
  }
  return undefined
}
