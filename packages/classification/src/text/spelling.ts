const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** The known word that is one slip of the finger away, if any. */
export function correctWord(word: string, vocabulary: ReadonlySet<string>): string | undefined {
  for (const candidate of listSlips(word)) if (vocabulary.has(candidate)) return candidate
  return undefined
}

/** Likeliest slips first: letters swapped, one too many, one too few, one wrong; the first letter is trusted. */
function* listSlips(word: string): Generator<string> {
  for (let at = 1; at < word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    yield before + after.charAt(1) + after.charAt(0) + after.slice(2)
    yield before + after.slice(1)
  }
  for (let at = 1; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    for (const letter of LETTERS) yield before + letter + after
    for (const letter of LETTERS) yield before + letter + after.slice(1)
  }
}
