import { splitCompound } from '../text/compound.ts'
import { listWords } from '../text/normalise.ts'
import { correctWord } from '../text/spelling.ts'
import { stemWord } from '../text/stem.ts'
import { hashText } from './hash.ts'
import { findTerms, type Lexicon } from './lexicon.ts'

export const NAMESPACES = ['word', 'pair', 'letters', 'concept', 'conceptPair'] as const
export type Namespace = (typeof NAMESPACES)[number]

export interface Features {
  readonly hashes: number[]
  readonly namespaces: number[]
  /** Index of the word (or of the first of two) that the feature came from, -1 when from no word. */
  readonly sources: number[]
  readonly words: readonly string[]
}

export interface ReadingKnowledge {
  readonly lexicon: Lexicon
  readonly vocabulary: ReadonlySet<string>
}

const MAXIMUM_WORDS = 150
const MAXIMUM_CORRECTIONS = 6
const SHORTEST_CORRECTED = 5
const MAXIMUM_CONCEPTS = 14

export function extractFeatures(text: string, knowledge: ReadingKnowledge): Features {
  const words = listWords(text).slice(0, MAXIMUM_WORDS)
  const features: Features = { hashes: [], namespaces: [], sources: [], words }
  const read = correctWords(words, knowledge)
  addWords(features, read, knowledge.vocabulary)
  addLetters(features, read)
  addConcepts(features, read, knowledge.lexicon)
  return features
}

function correctWords(words: readonly string[], knowledge: ReadingKnowledge): string[] {
  let left = MAXIMUM_CORRECTIONS
  return words.map((word) => {
    if (left === 0 || word.length < SHORTEST_CORRECTED || knowledge.vocabulary.has(word)) return word
    if (findTerms(knowledge.lexicon, word).length > 0) return word
    left--
    return correctWord(word, knowledge.vocabulary) ?? word
  })
}

function addFeature(features: Features, namespace: Namespace, key: string, source: number): void {
  const index = NAMESPACES.indexOf(namespace)
  features.hashes.push(hashText(key, index + 1))
  features.namespaces.push(index)
  features.sources.push(source)
}

/** Of a word that is made of two, these count as well: `zwerfafvalbak` is a `bak`. */
function addWords(features: Features, words: readonly string[], vocabulary: ReadonlySet<string>): void {
  let previous = '^'
  words.forEach((word, index) => {
    const stem = stemWord(word)
    addFeature(features, 'word', stem, index)
    for (const part of splitCompound(word, vocabulary)) addFeature(features, 'word', stemWord(part), index)
    addFeature(features, 'pair', `${previous} ${stem}`, index)
    previous = stem
  })
}

function addLetters(features: Features, words: readonly string[]): void {
  words.forEach((word, index) => {
    if (word.length < 3) return
    const padded = `_${word}_`
    for (let size = 3; size <= 5; size++) {
      for (let start = 0; start + size <= padded.length; start++) {
        addFeature(features, 'letters', padded.slice(start, start + size), index)
      }
    }
  })
}

function addConcepts(features: Features, words: readonly string[], lexicon: Lexicon): void {
  const found = listConcepts(words, lexicon)
  const concepts = [...found.entries()].slice(0, MAXIMUM_CONCEPTS)
  for (const [concept, source] of concepts) addFeature(features, 'concept', String(concept), source)
  concepts.forEach(([first, source], index) => {
    for (const [second] of concepts.slice(index + 1)) {
      const key = first < second ? `${first} ${second}` : `${second} ${first}`
      addFeature(features, 'conceptPair', key, source)
    }
  })
}

/** The concepts of the text and the word each was first seen in; two words written apart also count as one. */
function listConcepts(words: readonly string[], lexicon: Lexicon): Map<number, number> {
  const found = new Map<number, number>()
  words.forEach((word, index) => {
    for (const match of findTerms(lexicon, word))
      if (!found.has(match.concept)) found.set(match.concept, index)
    const next = words[index + 1]
    if (next === undefined) return
    for (const match of findTerms(lexicon, word + next)) {
      const spans = match.start < word.length && match.end > word.length
      if (spans && !found.has(match.concept)) found.set(match.concept, index)
    }
  })
  return found
}
