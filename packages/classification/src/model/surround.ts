import type { Example } from './types.ts'

export interface Surroundings {
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Where something is: often named after things that are themselves reported, such as a bridge or a bench. */
  readonly place: readonly string[]
}

const MOST_BEFORE = 2
const MOST_AFTER = 2
const PLACE_SHARE = 0.5
const SLIP_SHARE = 0.06
const SHORTEST_SLIPPED = 5

export function readSurroundings(source: string): Surroundings {
  const read = (kind: string): string[] =>
    source.split('\n').flatMap((line) => (line.startsWith(`${kind} `) ? [line.slice(kind.length + 1)] : []))
  return { before: read('before'), after: read('after'), place: read('place') }
}

/** The example as another resident might send it: with a greeting, a complaint, slips of the finger. */
export function surround(example: Example, surroundings: Surroundings, random: () => number): string {
  const before = pickSome(surroundings.before, MOST_BEFORE, random)
  const after = pickSome(surroundings.after, MOST_AFTER, random)
  const text = example.text
    .split(' ')
    .map((word) => slip(word, random))
    .join(' ')
  const place = random() < PLACE_SHARE ? pickSome(surroundings.place, 1, random) : []
  return [...before, text, ...place, ...after].join(' ')
}

function pickSome(sentences: readonly string[], most: number, random: () => number): string[] {
  const count = Math.floor(random() * (most + 1))
  return Array.from({ length: count }, () => sentences[Math.floor(random() * sentences.length)] ?? '')
}

function slip(word: string, random: () => number): string {
  if (word.length < SHORTEST_SLIPPED || random() >= SLIP_SHARE) return word
  const at = 1 + Math.floor(random() * (word.length - 2))
  const swapped = word.charAt(at + 1) + word.charAt(at)
  const [before, after] = [word.slice(0, at), word.slice(at + 2)]
  return random() < 0.5 ? before + swapped + after : before + word.charAt(at) + after
}
