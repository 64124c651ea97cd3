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

test('mails the text of a status only where one wishes it', () => {
  const input = { value: 'b', text: 'Wij zijn bezig.', sendsMail: true }
  expect(toBulkChange('status', input)).toEqual({
    status: { state: 'b', text: 'Wij zijn bezig.', send_email: true },
  })
  expect(findBulkFault('status', { ...input, text: '' })).toBe('text')
  expect(toBulkChange('department', { value: 'tray', text: '' })).toEqual({ routing_departments: [] })
  expect(toBulkChange('category', { value: '/x/y', text: ' Hoort hier ' })).toEqual({
    category: { sub_category: '/x/y', text: 'Hoort hier' },
  })
})
