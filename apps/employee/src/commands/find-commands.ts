import { matchOptions } from '../components/match-options.ts'
import { findNumber } from '../filters/list-query.ts'
import type { Command } from './command-store.ts'

export interface Typed {
  readonly commands: readonly Command[]
  /** What a number and what words come to. */
  readonly openNumber: (number: number) => Command
  readonly search: (words: string) => Command
}

const MOST = 12

/** A number goes first, then what is called so, and in the end a search for the words themselves. */
export function findCommands(text: string, { commands, openNumber, search }: Typed): Command[] {
  const words = text.trim()
  const number = findNumber(words)
  const found = matchOptions(commands, words).slice(0, MOST)
  if (words === '') return found
  return [...(number === undefined ? [] : [openNumber(number)]), ...found, search(words)]
}
