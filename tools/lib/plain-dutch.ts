/** Plain Dutch (B1): short sentences, and few long words among them. */
const MOST_WORDS = 20
const MOST_LONG_WORDS = 0.2
const LONG_WORD = 13

/** Names, and words that everyone knows from the town hall or has to meet for once. */
const KNOWN =
  /^(?:persoonsgegevens|contactgegevens|burgerservicenummer|telefoonnummer|telefoonnummers|rijkswaterstaat|toegankelijkheid|toegankelijkheidsverklaring|gemeenteraad)$/

const STIFF = /\b(?:je|jij|jouw|jullie|dient te|teneinde|derhalve|middels|reeds|alsmede|aangaande|gelieve)\b/i

export type Text = readonly [path: string, text: string]

/** What makes a text hard to read; nothing when it is plain. */
export function listHardParts(text: string): string[] {
  return toSentences(text).flatMap((sentence) => {
    const words = toWords(sentence)
    const long = words.filter((word) => word.length > LONG_WORD && !KNOWN.test(word.toLowerCase()))
    const isLong = words.length > MOST_WORDS
    const isHard = long.length > Math.max(1, words.length * MOST_LONG_WORDS)
    return [
      ...(isLong ? [`${words.length} words: ${sentence}`] : []),
      ...(isHard ? [`long words (${long.join(', ')}): ${sentence}`] : []),
      ...(STIFF.test(sentence) ? [`not «u», or stiff: ${sentence}`] : []),
    ]
  })
}

/** Of what is more than a few words. */
export function averageWords(texts: readonly Text[]): number {
  const lengths = texts.flatMap(([, text]) => toSentences(text).map((sentence) => toWords(sentence).length))
  const sentences = lengths.filter((length) => length > 3)
  return sentences.reduce((sum, length) => sum + length, 0) / sentences.length
}

/** Every text with where it stands; a message with parameters is filled with words. */
export function listTexts(messages: object, path = ''): Text[] {
  return Object.entries(messages).flatMap(([key, value]): Text[] => {
    const name = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[name, value]]
    if (typeof value === 'function') return [[name, String(value('een', 'twee'))]]
    return value === null || typeof value !== 'object' ? [] : listTexts(value, name)
  })
}

/** A mail as somebody reads it: no tags, addresses or marks, and a word for what is filled in. */
export function toReadText(template: string): string {
  return template
    .replace(/\{%.*?%\}/gs, '\n\n')
    .replace(/\{\{.*?\}\}/gs, 'dit')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^[#>*\- \t]+/gm, '')
    .replaceAll('**', '')
}

function toSentences(text: string): string[] {
  return text.split(/(?<=[.!?:])\s+|\n{2,}|\s{2}\n/).filter((sentence) => /\p{L}/u.test(sentence))
}

function toWords(sentence: string): string[] {
  return sentence.match(/[\p{L}\d][\p{L}\d'’-]*/gu) ?? []
}
