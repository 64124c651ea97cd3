import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadModel } from '../model/format.ts'
import { trainModel } from '../model/train.ts'
import type { Model } from '../model/types.ts'
import { findFingerprint, readShippedTexts } from './texts.ts'

export const SHIPPED_MODEL_PATH = join(import.meta.dirname, '..', '..', 'model', 'shipped.bin')

/** Trains the model that ships, from the corpus, the written examples and the lexicon; some fifteen seconds. */
export function trainShippedModel(): Model {
  const texts = readShippedTexts()
  return trainModel(texts.examples, {
    lexiconSource: texts.lexiconSource,
    ...(texts.surroundings === undefined ? {} : { surroundings: texts.surroundings }),
    fingerprint: findFingerprint(texts),
  })
}

export function readShippedModelBytes(): Uint8Array {
  return readFileSync(SHIPPED_MODEL_PATH)
}

let loaded: Model | undefined

/** The shipped model, read once per process. */
export function loadShippedModel(): Model {
  loaded ??= loadModel(readShippedModelBytes())
  return loaded
}
