import { expect, test } from 'vitest'
import { findNearby } from './nearby.ts'

function at(id: number, longitude: number, latitude: number) {
  return {
    geometry: { type: 'Point' as const, coordinates: [longitude, latitude] as const },
    properties: { id, created_at: '2026-03-01T10:00:00Z' },
  }
}

test('finds what is near, nearest first, in metres', () => {
  const found = findNearby(
    [at(1, 4.36, 52.0101), at(2, 4.36, 52.01001), at(3, 4.36, 52.02), at(4, 4.361, 52.01)],
    [4.36, 52.01],
    100,
  )
  expect(found.map(({ id, metres }) => [id, metres])).toEqual([
    [2, 1],
    [1, 11],
    [4, 69],
  ])
})
