import type { Api } from './api-client.ts'
import { listCategories, type MainCategory } from './categories.ts'

const KEPT_MILLISECONDS = 30_000

export type CategoryCache = (host: string, api: Api) => Promise<readonly MainCategory[]>

/** The categories change seldom and every page of the second step needs them. */
export function createCategoryCache(now: () => number = Date.now): CategoryCache {
  const kept = new Map<string, { readonly until: number; readonly categories: readonly MainCategory[] }>()
  return async (host, api) => {
    const known = kept.get(host)
    if (known && known.until > now()) return known.categories
    const categories = await listCategories(api)
    if (categories.length > 0) kept.set(host, { until: now() + KEPT_MILLISECONDS, categories })
    return categories
  }
}
