/**
 * How many slips of the pen lie between two words: a letter too many, one too few, another one, or two changed
 * about. Counted no further than `most`.
 */
export function editDistance(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most) return most + 1
  let twoBack: number[] = []
  let back = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const isSame = left[row - 1] === right[column - 1]
      const best = Math.min(
        at(back, column) + 1,
        at(current, column - 1) + 1,
        at(back, column - 1) + (isSame ? 0 : 1),
      )
      const isTurned =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      current.push(isTurned ? Math.min(best, at(twoBack, column - 2) + 1) : best)
    }
    if (Math.min(...current) > most) return most + 1
    twoBack = back
    back = current
  }
  return Math.min(at(back, right.length), most + 1)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}

/** In short words every letter counts; in longer ones a slip or two is forgiven. */
export function isLikelyMeant(typed: string, word: string): boolean {
  const most = forgivenSlips(typed.length)
  return most > 0 && editDistance(typed, word, most) <= most
}

function forgivenSlips(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}
