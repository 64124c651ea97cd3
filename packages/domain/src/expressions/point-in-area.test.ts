import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { square } from './examples.ts'
import { isPointInArea, type MultiPolygon } from './point-in-area.ts'

describe('a point in an area', () => {
  const coordinate = fc.integer({ min: -20, max: 20 }).map((value) => value / 4)

  it('lies in exactly one of two that touch', () => {
    fc.assert(
      fc.property(coordinate, fc.integer({ min: -4, max: 3 }), (x, y) => {
        const left = isPointInArea(x, y + 0.5, square(-10, -10, 10))
        const right = isPointInArea(x, y + 0.5, {
          type: 'MultiPolygon',
          coordinates: [
            [
              [
                [0, -10],
                [10, -10],
                [10, 0],
                [0, 0],
              ],
            ],
          ],
        })
        expect([left, right].filter(Boolean)).toHaveLength(y + 0.5 < 0 ? 1 : 0)
      }),
    )
  })

  it('agrees with the plain test for a square, wherever it lies and however it is turned', () => {
    fc.assert(
      fc.property(
        coordinate,
        coordinate,
        coordinate,
        coordinate,
        fc.boolean(),
        (x, y, west, south, isReversed) => {
          const area = square(west, south, 2)
          const [[ring = []] = []] = area.coordinates
          const turned = isReversed ? { ...area, coordinates: [[ring.toReversed()]] } : area
          if (x === west || x === west + 2 || y === south || y === south + 2) return
          expect(isPointInArea(x, y, turned)).toBe(x > west && x < west + 2 && y > south && y < south + 2)
        },
      ),
    )
  })

  it('is not in a hole, but may be in another part', () => {
    const [[outer = []] = []] = square(0, 0, 10).coordinates
    const [[hole = []] = []] = square(4, 4, 2).coordinates
    const area: MultiPolygon = {
      type: 'MultiPolygon',
      coordinates: [[outer, hole], ...square(20, 0, 1).coordinates],
    }
    expect(isPointInArea(5, 5, area)).toBe(false)
    expect(isPointInArea(3, 5, area)).toBe(true)
    expect(isPointInArea(20.5, 0.5, area)).toBe(true)
    expect(isPointInArea(15, 0.5, area)).toBe(false)
    expect(isPointInArea(1, 1, { type: 'MultiPolygon', coordinates: [] })).toBe(false)
  })
})
