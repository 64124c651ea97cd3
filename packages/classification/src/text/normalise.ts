const LETTERS_WITHOUT_DECOMPOSITION: Record<string, string> = {
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ĳ: 'ij',
}

const MAXIMUM_LENGTH = 4000

/** Lower case, without diacritics, with letters repeated for emphasis brought back to two. */
export function normaliseText(text: string): string {
  return text
    .slice(0, MAXIMUM_LENGTH)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[ıłßøđæœĳ]/g, (letter) => LETTERS_WITHOUT_DECOMPOSITION[letter] ?? letter)
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu

/** The words of a text as they stand, apostrophes dropped; figures become one sign so that no number is learnt. */
export function listWords(text: string): string[] {
  const words = normaliseText(text).match(WORD) ?? []
  return words.map((word) => (/\p{N}/u.test(word) ? '0' : word.replace(/['’]/g, '')))
}
