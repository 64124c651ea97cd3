import { listWords } from '../text/normalise.ts'
import { stemWord } from '../text/stem.ts'

const STOP_WORDS = new Set(
  (
    'de het een en van in is op te dat die voor met er aan niet zijn ook om bij als maar was dan nog naar uit door ' +
    'over ik je we wij ze zij hij u mijn onze ons uw dit deze daar hier heeft hebben wordt kunt graag al weer zo ' +
    'zit zitten wat wel geen veel heel ligt staat staan liggen goedemorgen goedemiddag beste geachte gemeente groet mvg ' +
    'the a an and of to in is on it that this for with are at be has have please there from our my we you'
  ).split(' '),
)

const WORD_SHARE = 0.6

/** How alike two texts are, from 0 to 1: by the stems of their words, and by their letters for slips of the pen. */
export function textLikeness(one: string, other: string): number {
  const [words, otherWords] = [listStems(one), listStems(other)]
  if (words.length === 0 || otherWords.length === 0) return 0
  const byWord = findCosine(count(words), count(otherWords))
  const byLetters = findCosine(count(words.flatMap(listTrigrams)), count(otherWords.flatMap(listTrigrams)))
  return Math.min(1, WORD_SHARE * byWord + (1 - WORD_SHARE) * byLetters)
}

function listStems(text: string): string[] {
  return listWords(text)
    .filter((word) => word.length > 1 && !STOP_WORDS.has(word))
    .map(stemWord)
}

function listTrigrams(word: string): string[] {
  const padded = `_${word}_`
  return Array.from({ length: padded.length - 2 }, (_, start) => padded.slice(start, start + 3))
}

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const one of items) counts.set(one, (counts.get(one) ?? 0) + 1)
  return counts
}

function findCosine(one: Map<string, number>, other: Map<string, number>): number {
  let shared = 0
  for (const [item, times] of one) shared += times * (other.get(item) ?? 0)
  return shared === 0 ? 0 : shared / (findLength(one) * findLength(other))
}

function findLength(counts: Map<string, number>): number {
  return Math.sqrt([...counts.values()].reduce((sum, times) => sum + times * times, 0))
}
