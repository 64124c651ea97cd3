import type { SignalDetail } from '@signalen/contract'
import { expect, test } from 'vitest'
import { type Change, findConflict } from './change.ts'

function signalWith(priority: string, text = 'Lamp uit'): SignalDetail {
  return { priority: { priority, created_by: null }, text } as SignalDetail
}

const change: Change = {
  what: 'Urgentie',
  body: { priority: { priority: 'high' } },
  expect: (signal) => ({ ...signal, priority: { ...signal.priority, priority: 'high' } }),
  present: (signal) => signal.priority.priority,
}

test('lays the versions beside each other when both changed the same', () => {
  expect(findConflict(change, signalWith('normal'), signalWith('low'))).toEqual({
    change,
    before: 'normal',
    mine: 'high',
    theirs: 'low',
  })
})

test('lets both stand when the other changed something else', () => {
  expect(findConflict(change, signalWith('normal'), signalWith('normal', 'Lamp stuk'))).toBeUndefined()
})

test('asks nothing when both wanted the same', () => {
  expect(findConflict(change, signalWith('normal'), signalWith('high'))).toBeUndefined()
})
