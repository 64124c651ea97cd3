const ENDINGS = [
  'heden',
  'tjes',
  'pjes',
  'etje',
  'ingen',
  'tje',
  'pje',
  'jes',
  'ende',
  'ing',
  'eren',
  'ers',
  'en',
  'je',
  'er',
  'es',
  'e',
  's',
  't',
]
const SHORTEST_STEM = 3
/** A single letter is taken off longer words only: huis and boot keep theirs. */
const SHORTEST_BEFORE_LETTER = 4

/** A light stem: the ending off, doubled letters single, v and z at the end as f and s. */
export function stemWord(word: string): string {
  if (word.length <= SHORTEST_STEM) return word
  const ending = ENDINGS.find((one) => word.endsWith(one) && word.length - one.length >= findShortest(one))
  const bare = ending === undefined ? word : word.slice(0, word.length - ending.length)
  return bare
    .replace(/(.)\1+/g, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
}

function findShortest(ending: string): number {
  return ending === 's' || ending === 't' ? SHORTEST_BEFORE_LETTER : SHORTEST_STEM
}
