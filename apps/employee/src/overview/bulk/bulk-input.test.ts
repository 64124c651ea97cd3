import { expect, test } from 'vitest'
import { EMPTY_INPUT, findBulkFault, NOBODY, toBulkChange } from './bulk-input.ts'

test('asks for a choice, and for a text where there must be one', () => {
  expect(findBulkFault('priority', EMPTY_INPUT)).toBe('value')
  expect(findBulkFault('status', { value: 'o', text: ' ' })).toBe('text')
  expect(findBulkFault('status', { value: 'b', text: '' })).toBeUndefined()
  expect(findBulkFault('note', EMPTY_INPUT)).toBe('text')
})

test('sends nobody as nobody, and no empty text', () => {
  expect(toBulkChange('assign', { value: NOBODY, text: '' })).toEqual({ assigned_user_email: null })
  expect(toBulkChange('status', { value: 'b', text: ' ' })).toEqual({ status: { state: 'b', text: null } })
  expect(toBulkChange('note', { value: '', text: ' Gezien. ' })).toEqual({ notes: [{ text: 'Gezien.' }] })
})
