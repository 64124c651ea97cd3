import { describe, expect, it } from 'vitest'
import { findMentionedNames, resolveMentions } from './mentions.ts'

describe('naming a colleague in a note', () => {
  it.each([
    ['Kijk jij even, @anna?', ['anna']],
    ['@anna.de-vries@gemeente.example en @Piet.', ['anna.de-vries@gemeente.example', 'piet']],
    ['mail naar anna@gemeente.example', []],
    ['@', []],
    ['@anna en nog eens @ANNA', ['anna']],
  ])('%j names %j', (text, names) => expect(findMentionedNames(text)).toEqual(names))

  it('is only of one person', () => {
    const emails = ['anna@gemeente.example', 'anna@extern.example', 'piet@gemeente.example']
    expect(resolveMentions(['anna', 'piet'], emails)).toEqual(['piet@gemeente.example'])
    expect(resolveMentions(['anna@extern.example'], emails)).toEqual(['anna@extern.example'])
  })
})
