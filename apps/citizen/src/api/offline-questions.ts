import type { Question } from '@signalen/domain'
import { type CategoryKey, fetchCategories, readCategories } from './categories.ts'
import type { Asker } from './category-cache.ts'
import { listQuestions } from './questions.ts'

const KEPT_MILLISECONDS = 10 * 60_000

export interface AskedCategory extends CategoryKey {
  readonly questions: readonly Question[]
}

export type QuestionCache = (asker: Asker) => Promise<readonly AskedCategory[]>

/** The questions of every category that has some, which devices ask for to have them without connection. */
export function createQuestionCache(now: () => number = Date.now): QuestionCache {
  const kept = new Map<
    string,
    { readonly until: number; readonly asked: Promise<readonly AskedCategory[]> }
  >()
  return async (asker) => {
    const known = kept.get(asker.host)
    if (known && known.until > now()) return known.asked
    const asked = readAll(asker)
    kept.set(asker.host, { until: now() + KEPT_MILLISECONDS, asked })
    asked.catch(() => kept.delete(asker.host))
    return asked
  }
}

/** One after the other: nobody waits for it, and other visitors do not notice. */
async function readAll({ api }: Asker): Promise<readonly AskedCategory[]> {
  const mains = readCategories(await fetchCategories(api), 'nl')
  const asked: AskedCategory[] = []
  for (const { main, sub } of mains.flatMap(({ subcategories }) => subcategories)) {
    const questions = await listQuestions(api, { main, sub })
    if (questions.length > 0) asked.push({ main, sub, questions })
  }
  return asked
}
