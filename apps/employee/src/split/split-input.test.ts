import type { SignalDetail } from '@signalen/contract'
import { expect, test } from 'vitest'
import type { Category } from '../api/wire.ts'
import {
  countRoom,
  createPart,
  findPartFaults,
  type SplitInput,
  toParentChange,
  toParts,
} from './split-input.ts'

const signal = {
  id: 8,
  text: 'Kast en lamp op straat',
  priority: { priority: 'high' },
  type: { code: 'SIG' },
  source: 'Telefoon',
  incident_date_start: '2026-03-01T10:00:00+01:00',
  location: {
    geometrie: { type: 'Point', coordinates: [4.9, 52.3] },
    address: { openbare_ruimte: 'Kerkweg' },
    stadsdeel: null,
    buurt_code: null,
  },
  reporter: { email: 'melder@voorbeeld.example', phone: '0612345678' },
} as unknown as SignalDetail
const categories = [{ id: 3, _links: { self: { public: 'http://x.example/grofvuil' } } }] as Category[]

const input: SplitInput = {
  parts: [{ ...createPart(signal, 'a'), categoryId: '3' }],
  directingId: '',
  note: ' ',
  attachments: ['http://x.example/attachments/1'],
}

test('a part begins as the report, and needs a category of its own', () => {
  expect(findPartFaults([createPart(signal, 'a')])).toEqual([{ key: 'a', field: 'category' }])
  expect(findPartFaults(input.parts)).toEqual([])
})

test('the reporter does not go along with the parts', () => {
  const [part] = toParts(signal, input, categories)
  expect(part).toMatchObject({
    parent: 8,
    category: { sub_category: 'http://x.example/grofvuil' },
    priority: { priority: 'high' },
    attachments: ['http://x.example/attachments/1'],
  })
  expect(JSON.stringify(part)).not.toContain('melder@')
})

test('changes the report itself only where asked', () => {
  expect(toParentChange(input)).toBeUndefined()
  expect(toParentChange({ ...input, directingId: '4', note: 'Let op' })).toEqual({
    directing_departments: [{ id: 4 }],
    notes: [{ text: 'Let op' }],
  })
})

test.each([
  [0, 10],
  [7, 3],
  [12, 0],
])('with %i parts there is room for %i', (parts, room) => {
  expect(countRoom(parts)).toBe(room)
})
