import { SUBSCRIPTION_WORDS } from '@signalen/domain'
import type { Api } from './api-client.ts'
import { fieldsOf, textOf } from './read-json.ts'

export type NewsKind = keyof (typeof SUBSCRIPTION_WORDS)['nl']['news']

export interface Progress {
  readonly number: string
  readonly news: NewsKind
  readonly createdAt: Date
  readonly since: Date
  readonly category: string
  readonly main: string
  readonly sub: string
}

/** How a report is getting on: `gone` when nothing is known under this link, `failed` when that cannot be asked. */
export async function findProgress(api: Api, uuid: string): Promise<Progress | 'gone' | 'failed'> {
  const path = `/signals/v1/public/signals/${encodeURIComponent(uuid)}/progress`
  const answer = await api.get(path).catch(() => undefined)
  if (answer?.status === 404) return 'gone'
  const { id_display, news, created_at, since, category } = fieldsOf(answer?.body)
  const known = Object.keys(SUBSCRIPTION_WORDS.nl.news).find((kind) => kind === news)
  if (!answer?.ok || !known) return 'failed'
  const { name, slug, parent } = fieldsOf(category)
  return {
    number: textOf(id_display),
    news: known as NewsKind,
    createdAt: new Date(textOf(created_at)),
    since: new Date(textOf(since)),
    category: textOf(name),
    main: textOf(fieldsOf(parent).slug),
    sub: textOf(slug),
  }
}
