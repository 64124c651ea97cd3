import { type Api, within } from './api-client.ts'
import { type CategoryKey, FALLBACK_CATEGORY } from './categories.ts'
import { fieldsOf, listOf, textOf } from './read-json.ts'

/** How sure the suggestion must be before a category is taken from it. */
const SURE_ENOUGH = 0.41
const PATIENCE_MILLISECONDS = 3000

/** The category that fits a text; the general one when the service is unsure, slow or not there. */
export async function suggestCategory(api: Api, text: string): Promise<CategoryKey> {
  const asked = api.send('POST', '/signals/category/prediction', { text }).catch(() => undefined)
  const answer = await within(PATIENCE_MILLISECONDS, asked)
  if (!answer?.ok) return FALLBACK_CATEGORY
  const body = fieldsOf(answer.body)
  const [sub, subChance] = readBest(body.subrubriek)
  const [main, mainChance] = readBest(body.hoofdrubriek)
  const found = /\/terms\/categories\/([\w-]+)\/sub_categories\/([\w-]+)\/?$/.exec(sub)
  if (found?.[1] && found[2] && subChance >= SURE_ENOUGH) return { main: found[1], sub: found[2] }
  const slug = /\/terms\/categories\/([\w-]+)\/?$/.exec(main)?.[1]
  return slug && mainChance >= SURE_ENOUGH ? { main: slug, sub: `overig-${slug}` } : FALLBACK_CATEGORY
}

/** `[[url, …], [chance, …]]`, best first. */
function readBest(value: unknown): [url: string, chance: number] {
  const [urls, chances] = listOf(value)
  return [textOf(listOf(urls)[0]), Number(listOf(chances)[0] ?? 0)]
}
