import { FORM_MESSAGES } from '@signalen/ui'
import { expect, test } from 'vitest'
import { averageWords, listHardParts, listTexts } from '../../../../tools/lib/plain-dutch.ts'
import { nl } from './nl.ts'

const AVERAGE_WORDS = 11

const texts = [...listTexts(nl), ...listTexts(FORM_MESSAGES.nl)]

test.each(texts)('%s: «%s» is plain', (_path, text) => {
  expect(listHardParts(text)).toEqual([])
})

test('a sentence has few words as a rule', () => {
  expect(averageWords(texts)).toBeLessThan(AVERAGE_WORDS)
})
