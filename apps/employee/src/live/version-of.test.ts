import { expect, test } from 'vitest'
import { versionOf } from './version-of.ts'

test('reads the version of an ETag, weak or not', () => {
  expect(versionOf('"12"')).toBe(12)
  expect(versionOf('W/"3"')).toBe(3)
  expect(versionOf(undefined)).toBe(0)
})
