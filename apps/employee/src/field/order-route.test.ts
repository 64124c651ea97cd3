import fc from 'fast-check'
import { expect, test } from 'vitest'
import { metresBetween, type Place } from '../map/distance.ts'
import { orderRoute, routeMetres } from './order-route.ts'

const place = fc.tuple(
  fc.double({ min: 4.7, max: 4.9, noNaN: true }),
  fc.double({ min: 52.3, max: 52.4, noNaN: true }),
)
const stops = fc.array(
  place.map((one) => ({ place: one as Place })),
  { maxLength: 20 },
)

test('visits every stop once, and never by a longer way than it was given', () => {
  fc.assert(
    fc.property(stops, place, (given, start) => {
      const route = orderRoute(given, start)
      expect(new Set(route)).toEqual(new Set(given))
      expect(route).toHaveLength(given.length)
      expect(routeMetres(route, start)).toBeLessThanOrEqual(routeMetres(orderRoute(route, start), start) + 1)
    }),
    { numRuns: 50 },
  )
})

test('goes along a street from where one is, and does not go back and forth', () => {
  const street = [4.71, 4.75, 4.72, 4.74, 4.73].map((longitude) => ({ place: [longitude, 52.3] as Place }))
  const longitudes = (start?: Place) => orderRoute(street, start).map((stop) => stop.place[0])
  expect(longitudes([4.7, 52.3])).toEqual([4.71, 4.72, 4.73, 4.74, 4.75])
  expect(longitudes([4.8, 52.3])).toEqual([4.75, 4.74, 4.73, 4.72, 4.71])
  expect(orderRoute([])).toEqual([])
})

test('knows how far it is', () => {
  expect(metresBetween([4.9, 52.37], [4.9, 52.38])).toBeCloseTo(1113, 0)
})
