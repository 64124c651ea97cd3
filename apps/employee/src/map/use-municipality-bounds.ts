import { useMemo } from 'react'
import { useAreas } from '../api/reference.ts'
import type { Bounds } from './create-map.ts'

/** Around all areas of the municipality; undefined while they are not known, or when there are none. */
export function useMunicipalityBounds(): Bounds | undefined {
  const areas = useAreas().data
  return useMemo(() => {
    const boxes = (areas ?? []).flatMap(({ bbox }) => (bbox?.length === 4 ? [bbox] : []))
    return boxes.length === 0 ? undefined : boxes.reduce(around)
  }, [areas])
}

function around(left: Bounds, right: Bounds): Bounds {
  return [
    Math.min(left[0], right[0]),
    Math.min(left[1], right[1]),
    Math.max(left[2], right[2]),
    Math.max(left[3], right[3]),
  ]
}
