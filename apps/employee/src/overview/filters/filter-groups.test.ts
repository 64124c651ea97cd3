import { SIGNAL_FILTER_NAMES } from '@signalen/domain'
import { expect, test } from 'vitest'
import { FILTER_GROUPS } from './filter-groups.ts'

test('every filter of the API can be chosen, in one place', () => {
  expect(Object.values(FILTER_GROUPS).flat().sort()).toEqual([...SIGNAL_FILTER_NAMES].sort())
})
