import type { ReportLanguage } from '@signalen/ui'
import type { Api } from './api-client.ts'
import { fetchCategories, type MainCategory, readCategories } from './categories.ts'

const KEPT_MILLISECONDS = 30_000

export interface Asker {
  readonly host: string
  readonly api: Api
  readonly language: ReportLanguage
}

export type CategoryCache = (asker: Asker) => Promise<readonly MainCategory[]>

interface Kept {
  readonly until: number
  readonly results: readonly unknown[]
  readonly spoken: Map<ReportLanguage, readonly MainCategory[]>
}

/** The categories change seldom and every page of the second step needs them. */
export function createCategoryCache(now: () => number = Date.now): CategoryCache {
  const kept = new Map<string, Kept>()

  async function find({ host, api }: Asker): Promise<Kept> {
    const known = kept.get(host)
    if (known && known.until > now()) return known
    const results = await fetchCategories(api)
    const found: Kept = { until: now() + KEPT_MILLISECONDS, results, spoken: new Map() }
    if (results.length > 0) kept.set(host, found)
    return found
  }

  return async function listCategories(asker) {
    const { results, spoken } = await find(asker)
    const known = spoken.get(asker.language) ?? readCategories(results, asker.language)
    spoken.set(asker.language, known)
    return known
  }
}
