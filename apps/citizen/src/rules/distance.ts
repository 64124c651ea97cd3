interface Spot {
  readonly longitude: number
  readonly latitude: number
}

const METERS_PER_DEGREE = 111_320

/** As the crow flies; over a few kilometres the earth may be flat. */
export function metersBetween(from: Spot, to: Spot): number {
  const narrowing = Math.cos((from.latitude * Math.PI) / 180)
  const east = (to.longitude - from.longitude) * narrowing
  return Math.hypot(east, to.latitude - from.latitude) * METERS_PER_DEGREE
}
