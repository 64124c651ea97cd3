import { metresBetween, type Place } from '../map/distance.ts'

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
        if (metresSaved(route, { from, to, start }) <= 1) continue
        route = [...route.slice(0, from), ...route.slice(from, to + 1).reverse(), ...route.slice(to + 1)]
        isShorter = true
      }
    }
  }
  return route
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly start: Place | undefined
}

/** By turning a stretch round only the ways to its ends become others. */
function metresSaved(route: readonly Stop[], { from, to, start }: Stretch): number {
  const [before, after] = [route[from - 1]?.place ?? start, route[to + 1]?.place]
  const [first, last] = [route[from]?.place, route[to]?.place]
  const metres = (left: Place | undefined, right: Place | undefined) =>
    left && right ? metresBetween(left, right) : 0
  return metres(before, first) + metres(last, after) - metres(before, last) - metres(first, after)
}

/** As the crow flies. */
export function routeMetres(stops: readonly Stop[], start?: Place): number {
  const places = [...(start ? [start] : []), ...stops.map(({ place }) => place)]
  return places.slice(1).reduce((sum, place, index) => sum + metresBetween(places[index] ?? place, place), 0)
}
