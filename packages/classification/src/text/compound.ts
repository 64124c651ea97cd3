const SHORTEST_PART = 4

/** The two known words that a long word is made of, if any: of more splits, the one whose shorter part is longest. */
export function splitCompound(word: string, vocabulary: ReadonlySet<string>): readonly string[] {
  let parts: readonly string[] = []
  let shorter = 0
  for (let cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
    const length = Math.min(cut, word.length - cut)
    if (length <= shorter || !vocabulary.has(word.slice(cut))) continue
    const head = findHead(word.slice(0, cut), vocabulary)
    if (head === undefined) continue
    parts = [head, word.slice(cut)]
    shorter = length
  }
  return parts
}

/** With or without the s that Dutch puts between: `stadsplattegrond`, `stationsplein`. */
function findHead(head: string, vocabulary: ReadonlySet<string>): string | undefined {
  if (vocabulary.has(head)) return head
  const bare = head.endsWith('s') && head.length > SHORTEST_PART ? head.slice(0, -1) : undefined
  return bare !== undefined && vocabulary.has(bare) ? bare : undefined
}
