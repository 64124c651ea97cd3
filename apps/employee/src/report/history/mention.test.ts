import { findMentionedNames } from '@signalen/domain'
import { expect, test } from 'vitest'
import { findTyping, insertMention, suggestColleagues } from './mention.ts'

test('sees an @ that is being typed, and no address', () => {
  expect(findTyping('Kijk @An', 8)).toBe('an')
  expect(findTyping('Kijk @', 6)).toBe('')
  expect(findTyping('anna@gemeente', 13)).toBeUndefined()
  expect(findTyping('@anna is weg', 12)).toBeUndefined()
})

test('puts the address of the colleague there, which the server knows again', () => {
  expect(suggestColleagues('an', ['anna@gemeente.example', 'piet@gemeente.example'])).toEqual([
    'anna@gemeente.example',
  ])
  const { text, caret } = insertMention('Kijk @an even', 8, 'anna@gemeente.example')
  expect(text).toBe('Kijk @anna@gemeente.example  even')
  expect(caret).toBe(28)
  expect(findMentionedNames(text)).toEqual(['anna@gemeente.example'])
})
