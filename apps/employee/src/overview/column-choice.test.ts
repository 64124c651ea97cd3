import { expect, test } from 'vitest'
import { listForChoice, moveColumn, toColumnNames, turnColumn } from './column-choice.ts'

test('knows the columns that there are, in the order of the person', () => {
  expect(toColumnNames(['text', 'vroeger', 'status'])).toEqual(['text', 'status'])
  expect(toColumnNames(null)).toBeUndefined()
  expect(listForChoice(['text', 'status']).slice(0, 3)).toEqual(['text', 'status', 'priority'])
})

test('turns a column on at the end, and off where it is', () => {
  expect(turnColumn(['text', 'status'], 'source')).toEqual(['text', 'status', 'source'])
  expect(turnColumn(['text', 'status'], 'text')).toEqual(['status'])
})

test('moves a column one place, and never out of the row', () => {
  expect(moveColumn(['text', 'status', 'source'], 'source', -1)).toEqual(['text', 'source', 'status'])
  expect(moveColumn(['text', 'status', 'source'], 'text', 1)).toEqual(['status', 'text', 'source'])
  expect(moveColumn(['text', 'status'], 'text', -1)).toEqual(['text', 'status'])
  expect(moveColumn(['text', 'status'], 'status', 1)).toEqual(['text', 'status'])
})
