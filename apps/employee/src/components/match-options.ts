interface Matchable {
  readonly label: string
  readonly group?: string
  readonly hint?: string
  /** More to find it by, not shown. */
  readonly words?: string
}

const MOST = 100

/** Options that hold every word that was typed; what begins with it comes first. */
export function matchOptions<Option extends Matchable>(options: readonly Option[], typed: string): Option[] {
  const words = fold(typed).split(/\s+/).filter(Boolean)
  if (words.length === 0) return options.slice(0, MOST)
  const found = options.filter((option) => {
    const text = fold([option.label, option.group, option.hint, option.words].join(' '))
    return words.every((word) => text.includes(word))
  })
  return [...found].sort((left, right) => rank(left, words) - rank(right, words)).slice(0, MOST)
}

function rank({ label }: Matchable, words: readonly string[]): number {
  const text = fold(label)
  const first = words[0] ?? ''
  if (text.startsWith(first)) return 0
  return text.includes(first) ? 1 : 2
}

/** Without capitals and accents. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
