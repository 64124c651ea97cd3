/** Longitude and latitude. */
export type Place = readonly [number, number]

const METRES_PER_DEGREE = 111_320

/** Flat enough within a municipality. */
export function metresBetween([west, south]: Place, [east, north]: Place): number {
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  return Math.hypot((east - west) * narrowing, north - south) * METRES_PER_DEGREE
}
