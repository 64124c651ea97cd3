import { type RawBuilder, sql } from 'kysely'
import type { Point } from '../ports.ts'

const METRES_PER_DEGREE = 111_000

export function pointOf({ longitude, latitude }: Point): RawBuilder<unknown> {
  return sql`public.ST_SetSRID(public.ST_MakePoint(${longitude}, ${latitude}), 4326)`
}

/** The square that a circle lies in, for a spatial index; a degree of longitude is shorter than one of latitude. */
export function squareAround({ longitude, latitude }: Point, metres: number): RawBuilder<unknown> {
  const high = metres / METRES_PER_DEGREE
  const wide = high / Math.max(Math.cos((latitude * Math.PI) / 180), 0.01)
  return sql`public.ST_MakeEnvelope(
    ${longitude - wide}, ${latitude - high}, ${longitude + wide}, ${latitude + high}, 4326)`
}
