import type { Messages } from './messages.ts'

/** What someone reads while making a report. The other pages are in Dutch and English. */
export const REPORT_SECTIONS = [
  'skip',
  'footerLabel',
  'footer',
  'errorTitlePrefix',
  'errorSummary',
  'steps',
  'optional',
  'describe',
  'photos',
  'offline',
  'danger',
  'personalData',
  'place',
  'nearby',
  'objects',
  'contact',
  'review',
  'sent',
  'progress',
  'errors',
] as const satisfies readonly (keyof Messages)[]

type Some<Source> = {
  readonly [Key in keyof Source]?: Source[Key] extends string
    ? string
    : Source[Key] extends (...parameters: infer Parameters) => string
      ? (...parameters: Parameters) => string
      : Some<Source[Key]>
}

/** The report in another language; what it lacks is shown in the language behind it. */
export type Translation = Some<Pick<Messages, (typeof REPORT_SECTIONS)[number]>>

/** The translation over the messages behind it. */
export function withFallback(behind: Messages, translation: Translation): Messages {
  return merge(behind, translation) as Messages
}

function merge(behind: object, own: object): object {
  const entries = Object.entries(behind).map(([key, value]) => {
    const part = (own as Record<string, unknown>)[key]
    if (part === undefined) return [key, value]
    return [key, typeof part === 'object' && part !== null ? merge(value as object, part) : part]
  })
  return Object.fromEntries(entries)
}

/** `describe.title`: what a translation lacks of these sections. */
export function listMissing(whole: object, translation: object, path = ''): string[] {
  return Object.entries(whole).flatMap(([key, value]) => {
    const own = (translation as Record<string, unknown>)[key]
    const name = path === '' ? key : `${path}.${key}`
    if (own === undefined) return [name]
    return typeof value === 'object' && value !== null
      ? listMissing(value as object, own as object, name)
      : []
  })
}
