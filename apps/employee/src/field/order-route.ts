/** Longitude and latitude. */
export type Place = readonly [number, number]

export interface Stop {
  readonly place: Place
}

/** More than a day's work: looking for a shorter way takes too long for it. */
const MOST_TO_IMPROVE = 150

/**
 * The stops in an order that makes a short way, from where one is when that is known: each time to the nearest, and
 * then every stretch turned round that is shorter so.
 */
export function orderRoute<One extends Stop>(stops: readonly One[], start?: Place): One[] {
  const near = takeNearest(stops, start)
  return near.length > MOST_TO_IMPROVE ? near : turnStretches(near, start)
}

function takeNearest<One extends Stop>(stops: readonly One[], start: Place | undefined): One[] {
  const left = [...stops]
  const ordered: One[] = []
  let at = start ?? left[0]?.place
  while (left.length > 0 && at) {
    const from = at
    const next = left.reduce((best, stop) =>
      metresBetween(from, stop.place) < metresBetween(from, best.place) ? stop : best,
    )
    left.splice(left.indexOf(next), 1)
    ordered.push(next)
    at = next.place
  }
  return ordered
}

function turnStretches<One extends Stop>(stops: readonly One[], start: Place | undefined): One[] {
  let route = [...stops]
  for (let isShorter = true; isShorter; ) {
    isShorter = false
    for (let from = 0; from < route.length - 1; from++) {
      for (let to = from + 1; to < route.length; to++) {
        const turned = [
          ...route.slice(0, from),
          ...route.slice(from, to + 1).reverse(),
          ...route.slice(to + 1),
        ]
        if (routeMetres(turned, start) >= routeMetres(route, start) - 1) continue
        route = turned
        isShorter = true
      }
    }
  }
  return route
}

/** As the crow flies. */
export function routeMetres(stops: readonly Stop[], start?: Place): number {
  const places = [...(start ? [start] : []), ...stops.map(({ place }) => place)]
  return places.slice(1).reduce((sum, place, index) => sum + metresBetween(places[index] ?? place, place), 0)
}

const METRES_PER_DEGREE = 111_320

/** Flat enough within a municipality. */
export function metresBetween([west, south]: Place, [east, north]: Place): number {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  return Math.hypot((east - west) * narrowing, north - south) * METRES_PER_DEGREE
}
