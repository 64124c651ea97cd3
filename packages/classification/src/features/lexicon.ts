/** A hand-written word list in which words of one meaning, in several languages, share a concept. */
export interface Lexicon {
  readonly concepts: readonly string[]
  readonly root: TrieNode
}

interface TrieNode {
  readonly next: Map<string, TrieNode>
  readonly ends: TermEnd[]
}

interface TermEnd {
  readonly concept: number
  readonly openStart: boolean
  readonly openEnd: boolean
}

export interface TermMatch {
  readonly concept: number
  readonly start: number
  readonly end: number
}

/**
 * Reads lines of `concept: term term …`. `lamp` is the whole word, `lamp*` its beginning, `*lamp` its end,
 * `*lamp*` any place in it. Terms are written as normalised words.
 */
export function readLexicon(source: string): Lexicon {
  const concepts: string[] = []
  const root = createNode()
  for (const line of source.split('\n')) {
    const [name, terms] = line.split(':')
    if (terms === undefined || name === undefined || line.startsWith('#')) continue
    const concept = findOrAdd(concepts, name.trim())
    for (const term of terms.trim().split(/\s+/)) if (term !== '') addTerm(root, term, concept)
  }
  return { concepts, root }
}

function findOrAdd(concepts: string[], name: string): number {
  const known = concepts.indexOf(name)
  return known === -1 ? concepts.push(name) - 1 : known
}

function addTerm(root: TrieNode, term: string, concept: number): void {
  let node = root
  for (const letter of term.replace(/[*_]/g, '')) {
    const next = node.next.get(letter) ?? createNode()
    node.next.set(letter, next)
    node = next
  }
  node.ends.push({ concept, openStart: term.startsWith('*'), openEnd: term.endsWith('*') })
}

function createNode(): TrieNode {
  return { next: new Map(), ends: [] }
}

/** Every place where a term stands in the word. */
export function findTerms(lexicon: Lexicon, word: string): TermMatch[] {
  const found: TermMatch[] = []
  for (let start = 0; start < word.length; start++) {
    let node: TrieNode | undefined = lexicon.root
    for (let end = start; node !== undefined && end < word.length; end++) {
      node = node.next.get(word.charAt(end))
      if (node === undefined) break
      for (const one of node.ends) {
        if ((start === 0 || one.openStart) && (end + 1 === word.length || one.openEnd)) {
          found.push({ concept: one.concept, start, end: end + 1 })
        }
      }
    }
  }
  return found
}
