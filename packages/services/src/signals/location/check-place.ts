import { isInsideBoundingBox, OUTSIDE_BOUNDING_BOX, type Position } from '@signalen/domain'
import type { Settings } from '../../settings/settings.ts'

/** Why a place cannot be reported here; undefined when it can. */
export function findPlaceFault(position: Position, settings: Settings): string | undefined {
  const [west, south, east, north] = settings.boundingBox
  return isInsideBoundingBox(position, { west, south, east, north }) ? undefined : OUTSIDE_BOUNDING_BOX
}
