import type { Point } from '../geometry.ts'

export const TILE = 256

/** Web Mercator: the world as a square from 0 to 1, north at the top. */
export function toWorld([longitude = 0, latitude = 0]: readonly number[]): Point {
  const sine = Math.sin((latitude * Math.PI) / 180)
  return [longitude / 360 + 0.5, 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)]
}

export function worldSize(zoom: number): number {
  return TILE * 2 ** zoom
}

const EARTH_AROUND_METRES = 40_075_017
const COSINE_OF_TOWN = Math.cos((52 * Math.PI) / 180)

export function pixelsPerMetre(zoom: number): number {
  return worldSize(zoom) / (EARTH_AROUND_METRES * COSINE_OF_TOWN)
}
