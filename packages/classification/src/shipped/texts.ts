import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ShippedTexts } from '../learning/train-for-municipality.ts'
import { readSurroundings, type Surroundings } from '../model/surround.ts'
import type { Example } from '../model/types.ts'
import { readJsonLines, readWrittenExamples } from './read-texts.ts'

const ROOT = join(import.meta.dirname, '..', '..')

export interface KnownCategory {
  readonly category: string
  readonly name: string
  readonly description: string
  /** Not in use any more in the categories that Signalen starts with. */
  readonly retired?: boolean
}

/** The categories as they ship, with their Dutch names and a line about what belongs there. */
export function readShippedCategories(): KnownCategory[] {
  return JSON.parse(readFileSync(join(ROOT, 'knowledge', 'categories.json'), 'utf8')) as KnownCategory[]
}

export function readStartingCorpus(): Example[] {
  return readJsonLines(readFileSync(join(ROOT, 'corpus', 'train.jsonl'), 'utf8'))
}

/** Reports in other styles than the corpus, only to judge on. */
export function readOtherStylesTest(): Example[] {
  return readJsonLines(readFileSync(join(ROOT, 'corpus', 'test-other-styles.jsonl'), 'utf8'))
}

export function readPriorKnowledge(): Example[] {
  const folder = join(ROOT, 'corpus', 'written')
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'))
  const written = files
    .sort()
    .flatMap((name) => readWrittenExamples(readFileSync(join(folder, name), 'utf8')))
  const named = readShippedCategories().flatMap(({ category, name, description }) => [
    { category, text: name },
    { category, text: description },
  ])
  return [...written, ...named]
}

export function readLexiconSource(): string {
  return readFileSync(join(ROOT, 'knowledge', 'concepts.txt'), 'utf8')
}

export function readShippedSurroundings(): Surroundings {
  return readSurroundings(readFileSync(join(ROOT, 'knowledge', 'surroundings.txt'), 'utf8'))
}

export function readShippedTexts(): ShippedTexts {
  return {
    examples: [...readStartingCorpus(), ...readPriorKnowledge()],
    lexiconSource: readLexiconSource(),
    surroundings: readShippedSurroundings(),
  }
}

/** Tells whether a model was trained on these texts. */
export function findFingerprint(texts: ShippedTexts): string {
  const hash = createHash('sha256').update(texts.lexiconSource).update(JSON.stringify(texts.surroundings))
  for (const { category, text } of texts.examples) hash.update(`\n${category}\t${text}`)
  return hash.digest('hex').slice(0, 16)
}
