import { FORM_MESSAGES } from '@signalen/ui'
import { expect, test } from 'vitest'
import { nl } from './nl.ts'

/** Plain Dutch (B1): short sentences, and few long words among them. */
const MOST_WORDS = 20
const MOST_LONG_WORDS = 0.2
const LONG_WORD = 13
const AVERAGE_WORDS = 11

/** Names, and words that everyone knows from the town hall or has to meet for once. */
const KNOWN =
  /^(?:persoonsgegevens|contactgegevens|burgerservicenummer|telefoonnummer|telefoonnummers|rijkswaterstaat|toegankelijkheid|toegankelijkheidsverklaring|gemeenteraad)$/

const texts = [...listTexts(nl), ...listTexts(FORM_MESSAGES.nl)]

test.each(texts)('%s: «%s» is plain', (_path, text) => {
  for (const sentence of toSentences(text)) {
    const words = toWords(sentence)
    expect(words.length, sentence).toBeLessThanOrEqual(MOST_WORDS)
    const long = words.filter((word) => word.length > LONG_WORD && !KNOWN.test(word.toLowerCase()))
    expect(long.length, `${sentence}: ${long.join(', ')}`).toBeLessThanOrEqual(
      Math.max(1, words.length * MOST_LONG_WORDS),
    )
  }
})

test('a sentence has few words as a rule', () => {
  const lengths = texts.flatMap(([, text]) => toSentences(text).map((sentence) => toWords(sentence).length))
  const sentences = lengths.filter((length) => length > 3)
  const average = sentences.reduce((sum, length) => sum + length, 0) / sentences.length
  expect(average).toBeLessThan(AVERAGE_WORDS)
})

test('the reader is «u», and never an official', () => {
  const stiff =
    /\b(?:je|jij|jouw|jullie|dient te|teneinde|derhalve|middels|reeds|alsmede|aangaande|gelieve)\b/i
  expect(texts.filter(([, text]) => stiff.test(text))).toEqual([])
})

function toSentences(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+/).filter((sentence) => /\p{L}/u.test(sentence))
}

function toWords(sentence: string): string[] {
  return sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []
}

function listTexts(messages: object, path = ''): [path: string, text: string][] {
  return Object.entries(messages).flatMap(([key, value]): [string, string][] => {
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[name, value]]
    if (typeof value === 'function') return [[name, String(value('een', 'twee'))]]
    return listTexts(value as object, name)
  })
}
