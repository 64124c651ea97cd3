export interface DuplicateSigns {
  readonly distanceMetres: number
  readonly hoursApart: number
  readonly sameCategory: boolean
  /** From `textLikeness`, 0 to 1. */
  readonly likeness: number
}

export interface DuplicateScore {
  /** 0 to 1. */
  readonly score: number
  readonly isLikely: boolean
  /** Why, in a sentence for staff and reporters. */
  readonly reason: { readonly nl: string; readonly en: string }
}

export const LIKELY_DUPLICATE = 0.55
const DISTANCE_SHARE = 0.4
const TIME_SHARE = 0.15
const CATEGORY_SHARE = 0.2
const LIKENESS_SHARE = 0.25
/** Nearness halves with every so many metres, newness with every so many hours. */
const HALF_DISTANCE = 40
const HALF_TIME = 24 * 10
const FARTHEST = 250
/** Texts are about the same from this likeness on: one over so much. */
const WORDS_FOR_LIKE = 1.5
/** What place and time count for between categories when no word is shared. */
const STRANGERS_SHARE = 0.5

/** How likely two reports are about the same thing, each sign counting for its share. */
export function scoreDuplicate(signs: DuplicateSigns): DuplicateScore {
  const { distanceMetres, hoursApart, sameCategory, likeness } = signs
  const near = distanceMetres > FARTHEST ? 0 : 0.5 ** (Math.max(0, distanceMetres) / HALF_DISTANCE)
  const recent = 0.5 ** (Math.abs(hoursApart) / HALF_TIME)
  const alike = Math.min(1, likeness * WORDS_FOR_LIKE)
  // Two things lie at one spot every day: another category is only the same thing when the words say so.
  const together = sameCategory ? 1 : STRANGERS_SHARE + (1 - STRANGERS_SHARE) * alike
  const score =
    near === 0
      ? 0
      : (DISTANCE_SHARE * near + TIME_SHARE * recent * near) * together +
        CATEGORY_SHARE * (sameCategory ? 1 : 0) +
        LIKENESS_SHARE * alike * (sameCategory ? 1 : Math.min(1, likeness))
  const rounded = Math.round(Math.min(1, score) * 1000) / 1000
  return { score: rounded, isLikely: rounded >= LIKELY_DUPLICATE, reason: describe(signs) }
}

function describe({
  distanceMetres,
  hoursApart,
  sameCategory,
  likeness,
}: DuplicateSigns): DuplicateScore['reason'] {
  const metres = Math.round(distanceMetres)
  const place =
    metres <= 5
      ? ['op dezelfde plek', 'at the same spot']
      : [`${metres} meter verderop`, `${metres} metres away`]
  const parts: string[][] = [place, describeTime(Math.abs(hoursApart))]
  if (sameCategory) parts.push(['dezelfde categorie', 'same category'])
  if (likeness >= 0.6) parts.push(['bijna dezelfde woorden', 'almost the same words'])
  else if (likeness >= 0.3) parts.push(['veel dezelfde woorden', 'many of the same words'])
  return { nl: join(parts, 0), en: join(parts, 1) }
}

function describeTime(hours: number): [string, string] {
  if (hours < 1.5) return ['minder dan een uur of twee eerder', 'less than two hours apart']
  if (hours < 24) return [`${Math.round(hours)} uur ervoor of erna`, `${Math.round(hours)} hours apart`]
  const days = Math.round(hours / 24)
  return days === 1
    ? ['een dag ervoor of erna', 'a day apart']
    : [`${days} dagen ervoor of erna`, `${days} days apart`]
}

function join(parts: readonly string[][], language: number): string {
  return parts.map((part) => part[language]).join(', ')
}
