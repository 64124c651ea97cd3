import {
  type AssetAnswer,
  type FormAnswer,
  type FormAnswers,
  fromLocalTime,
  MILLISECONDS_PER_DAY,
  NOT_ON_MAP,
  type Question,
  readPostedAnswers,
} from '@signalen/domain'

/** What an HTML form sends: for every name the values, in order. */
export type FormFields = Readonly<Record<string, readonly string[]>>

export const EARLIER = 'earlier'

/** The names of the fields of a question that is answered in more than one. */
export const FIELD_NAMES = {
  date: (key: string) => `${key}.date`,
  time: (key: string) => `${key}.time`,
  unlisted: (key: string) => `${key}.unlisted`,
} as const

export function findField(fields: FormFields, name: string): string {
  return fields[name]?.[0]?.trim() ?? ''
}

/** The answers in what was sent. */
export function readFormAnswers(questions: readonly Question[], fields: FormFields): FormAnswers {
  const answers: Record<string, FormAnswer> = { ...readPostedAnswers(questions, fields) }
  for (const question of questions) {
    const answer = readCompoundAnswer(question, fields)
    if (answer !== undefined) answers[question.key] = answer
    else if (question.kind === 'assets') delete answers[question.key]
  }
  return answers
}

function readCompoundAnswer({ kind, key }: Question, fields: FormFields): FormAnswer | undefined {
  switch (kind) {
    case 'moment':
      return findField(fields, key) === EARLIER ? readMoment(key, fields) : undefined
    case 'texts':
      return readTexts(key, fields)
    case 'assets':
      return readAssets(key, fields)
    default:
      return undefined
  }
}

/** Several numbers in one field, with something between them. */
function readTexts(key: string, fields: FormFields): readonly string[] | undefined {
  const texts = (fields[key] ?? []).flatMap((text) => text.split(/[,;\s]+/)).filter((text) => text !== '')
  return texts.length > 0 ? texts : undefined
}

/** What is no date stays as it is and is refused later. Without a time it was in the middle of the day. */
function readMoment(key: string, fields: FormFields): string {
  const day = readDay(findField(fields, FIELD_NAMES.date(key)))
  const millisecondOfDay = readTime(findField(fields, FIELD_NAMES.time(key)) || '12:00')
  if (day === undefined || millisecondOfDay === undefined) return EARLIER
  return fromLocalTime({ day, millisecondOfDay }).toISOString()
}

/** `2026-11-24` from a date field, or `24-11-2026` as people type it where there is none. */
function readDay(text: string): number | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  const dutch = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text)
  const [year, month, day] = (iso?.slice(1) ?? dutch?.slice(1).reverse() ?? []).map(Number)
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isReal ? date.getTime() / MILLISECONDS_PER_DAY : undefined
}

function readTime(text: string): number | undefined {
  const match = /^(\d{1,2})[:.](\d{2})$/.exec(text)
  const [hour, minute] = [Number(match?.[1]), Number(match?.[2])]
  return match && hour < 24 && minute < 60 ? (hour * 60 + minute) * 60_000 : undefined
}

function readAssets(key: string, fields: FormFields): readonly AssetAnswer[] | undefined {
  const listed = (fields[key] ?? []).flatMap((value) => readAssetValue(value) ?? [])
  const unlisted = findField(fields, FIELD_NAMES.unlisted(key)).slice(0, 100)
  const assets = unlisted === '' ? listed : [...listed, { id: unlisted, type: NOT_ON_MAP, label: unlisted }]
  return assets.length > 0 ? assets : undefined
}

/** The value of a choice carries the whole object, so that nothing has to be looked up again. */
export function writeAssetValue(asset: AssetAnswer): string {
  return JSON.stringify(asset)
}

function readAssetValue(value: string): AssetAnswer | undefined {
  const { id, type, label, description, coordinates } = parseFields(value)
  const { lat, lng } = Object(coordinates) as Record<string, unknown>
  if (typeof id !== 'string' || typeof lat !== 'number' || typeof lng !== 'number') return undefined
  return {
    id: id.slice(0, 100),
    type: String(type ?? '').slice(0, 100),
    label: String(label ?? id).slice(0, 200),
    description: String(description ?? '').slice(0, 500),
    coordinates: { lat, lng },
  }
}

function parseFields(value: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(value)) as Record<string, unknown>
  } catch {
    return {}
  }
}
