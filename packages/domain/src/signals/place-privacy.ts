import type { Address } from './address.ts'
import type { Position } from './place.ts'

const METRES_PER_DEGREE = 111_320

/**
 * A position to the nearest crossing of a grid, so that a public map shows the street and not the
 * house. The same place always gives the same crossing; 0 leaves it as it is.
 */
export function coarsenPosition([longitude, latitude]: Position, metres: number): Position {
  if (metres <= 0) return [longitude, latitude]
  const north = roundTo(latitude, metres / METRES_PER_DEGREE)
  const metresPerDegreeEast = METRES_PER_DEGREE * Math.max(Math.cos((north * Math.PI) / 180), 0.01)
  return [roundTo(longitude, metres / metresPerDegreeEast), north]
}

/** Seven decimals are a centimetre, which takes away what floating point adds. */
function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(7))
}

/** Where something is, without the door: `Dorpsstraat, Voorbeeldstad`. */
export function formatPublicPlace(address: Address | null): string {
  const parts = [address?.openbare_ruimte, address?.woonplaats]
  return parts.filter((part) => typeof part === 'string' && part.trim() !== '').join(', ')
}
