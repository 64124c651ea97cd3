/** Whether one word is the other with at most a few slips of the pen: none in a short word, two in a long one. */
export function isNearlySame(asked: string, word: string): boolean {
  const slips = allowedSlips(asked)
  if (asked === word) return true
  if (slips === 0 || Math.abs(asked.length - word.length) > slips) return false
  return countSlips(asked, word) <= slips
}

function allowedSlips({ length }: string): number {
  if (length < 3) return 0
  return length < 6 ? 1 : 2
}

/** Letters that were added, left out, changed, or swapped with the one beside them. */
export function countSlips(left: string, right: string): number {
  const rows: number[][] = [Array.from({ length: right.length + 1 }, (_, index) => index)]
  for (let i = 1; i <= left.length; i++) {
    const row = [i]
    for (let j = 1; j <= right.length; j++) row[j] = cheapest(rows, row, { left, right, i, j })
    rows.push(row)
  }
  return rows.at(-1)?.at(-1) ?? 0
}

interface Place {
  readonly left: string
  readonly right: string
  readonly i: number
  readonly j: number
}

function cheapest(rows: readonly number[][], row: readonly number[], { left, right, i, j }: Place): number {
  const at = (line: readonly number[] | undefined, index: number) => line?.[index] ?? Number.POSITIVE_INFINITY
  const above = rows[i - 1]
  const same = left[i - 1] === right[j - 1]
  const isSwapped = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]
  return Math.min(
    at(above, j) + 1,
    at(row, j - 1) + 1,
    at(above, j - 1) + (same ? 0 : 1),
    isSwapped ? at(rows[i - 2], j - 2) + 1 : Number.POSITIVE_INFINITY,
  )
}
