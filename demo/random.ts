/** Random numbers that are the same every time for the same seed (mulberry32). */
export type Random = {
  next: () => number
  between: (lowest: number, highest: number) => number
  whole: (lowest: number, highest: number) => number
  pick: <T>(choices: readonly T[]) => T
  chance: (part: number) => boolean
}

export function createRandom(seed: number | string): Random {
  let state = typeof seed === 'number' ? seed >>> 0 : hash(seed)
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (lowest: number, highest: number) => lowest + next() * (highest - lowest)
  return {
    next,
    between,
    whole: (lowest, highest) => Math.floor(between(lowest, highest + 1)),
    pick: (choices) => pickFrom(choices, next()),
    chance: (part) => next() < part,
  }
}

function pickFrom<T>(choices: readonly T[], part: number): T {
  const choice = choices[Math.floor(part * choices.length)]
  if (choice === undefined) throw new Error('There is nothing to choose from.')
  return choice
}

/** FNV-1a: spreads a name over 32 bits. */
export function hash(text: string): number {
  let value = 2_166_136_261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619)
  return value >>> 0
}
