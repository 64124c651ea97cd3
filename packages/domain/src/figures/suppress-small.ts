/** Counts below this are not shown: with few reports, one of them could be known. */
export const LEAST_SHOWN = 10

/**
 * Counts that belong to one total, without the small ones. When only one would be left out, the total would give it
 * away, so the smallest of the others goes too. Zero is shown: there is nobody behind it.
 */
export function suppressSmall(counts: readonly number[]): (number | null)[] {
  const isSmall = (count: number) => count > 0 && count < LEAST_SHOWN
  const hidden = new Set(counts.flatMap((count, index) => (isSmall(count) ? [index] : [])))
  if (hidden.size === 1) {
    const others = counts
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
      .toSorted((left, right) => left.count - right.count)
    const [smallest] = others
    if (smallest) hidden.add(smallest.index)
  }
  return counts.map((count, index) => (hidden.has(index) ? null : count))
}

/** The total, unless it would give away the only count that is hidden. */
export function sumShown(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0)
  return total > 0 && total < LEAST_SHOWN ? null : total
}

/** In whole percents; null with too few answers to say anything. */
export function shareOf(part: number, whole: number): number | null {
  return whole < LEAST_SHOWN ? null : Math.round((100 * part) / whole)
}
