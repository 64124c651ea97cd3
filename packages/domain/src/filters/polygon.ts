export const INVALID_POLYGON =
  'Geef drie tot tweehonderd punten, als lengtegraad,breedtegraad gescheiden door een puntkomma.'

const FEWEST = 3
const MOST = 200
const POINT = /^-?\d{1,3}(\.\d{1,10})?,-?\d{1,2}(\.\d{1,10})?$/

/** A drawn area, `4.1,52.1;4.2,52.1;4.2,52.2`: the text again when it is one. It need not be closed. */
export function parsePolygon(text: string): string | undefined {
  const points = text.trim().split(';')
  if (points.length < FEWEST || points.length > MOST) return undefined
  return points.every(isPoint) ? points.join(';') : undefined
}

function isPoint(text: string): boolean {
  if (!POINT.test(text)) return false
  const [longitude = 0, latitude = 0] = text.split(',').map(Number)
  return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90
}

/** Its corners, the first one again at the end. */
export function ringOf(polygon: string): [longitude: number, latitude: number][] {
  const points = polygon.split(';').map((point): [number, number] => {
    const [longitude = 0, latitude = 0] = point.split(',').map(Number)
    return [longitude, latitude]
  })
  const [first] = points
  return first ? [...points, first] : []
}
