import { type Api, within } from './api-client.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

/** What anyone may know of an open report: of what kind, since when and where. */
export interface PublicReport {
  readonly category: string
  readonly main: string
  readonly createdAt: Date
  readonly longitude: number
  readonly latitude: number
}

export interface PublicReportsQuery {
  /** West, south, east, north. */
  readonly box: readonly [number, number, number, number]
  readonly main?: string | undefined
  readonly sub?: string | undefined
}

const PATIENCE_MILLISECONDS = 4000
/** More than the API gives at once are not shown; a town has fewer open reports in its public categories. */
const MOST = 4000

/** Undefined when they cannot be had: the category is not public, or the municipality shows no map. */
export async function listPublicReports(
  api: Api,
  { box, main, sub }: PublicReportsQuery,
): Promise<PublicReport[] | undefined> {
  const query = new URLSearchParams({ bbox: box.join(','), page_size: String(MOST) })
  if (main) query.set('maincategory_slug', main)
  if (sub) query.set('category_slug', sub)
  const path = `/signals/v1/public/signals/geography?${query}`
  const answer = await within(
    PATIENCE_MILLISECONDS,
    api.get(path).catch(() => undefined),
  )
  if (!answer?.ok) return undefined
  return listOf(fieldsOf(answer.body).features).flatMap((feature) => readReport(feature) ?? [])
}

function readReport(feature: unknown): PublicReport | undefined {
  const { geometry, properties } = fieldsOf(feature)
  const [longitude, latitude] = listOf(fieldsOf(geometry).coordinates)
  if (typeof longitude !== 'number' || typeof latitude !== 'number') return undefined
  const { category, created_at } = fieldsOf(properties)
  const { name, parent } = fieldsOf(category)
  const createdAt = new Date(textOf(created_at))
  if (Number.isNaN(createdAt.getTime())) return undefined
  return { category: textOf(name), main: textOf(fieldsOf(parent).slug), createdAt, longitude, latitude }
}
