import {
  type AssetAnswer,
  type AssetQuestion,
  describeFeature,
  findFeatureType,
  NOT_ON_MAP,
} from '@signalen/domain'

/** The objects of a GeoJSON collection in the words of the question; what is of no known type is left out. */
export function readAssets(question: AssetQuestion, collection: unknown): AssetAnswer[] {
  const { features } = Object(collection) as { features?: unknown }
  return Array.isArray(features) ? features.flatMap((feature) => readAsset(question, feature) ?? []) : []
}

function readAsset(question: AssetQuestion, feature: unknown): AssetAnswer | undefined {
  const { geometry, properties: given } = Object(feature) as Record<
    string,
    Record<string, unknown> | undefined
  >
  const properties = given ?? {}
  const [lng, lat] = Array.isArray(geometry?.coordinates) ? (geometry.coordinates as unknown[]) : []
  const type = findFeatureType(question, properties)
  if (typeof lng !== 'number' || typeof lat !== 'number' || !type || type.typeValue === NOT_ON_MAP)
    return undefined
  const id = String(properties[type.idField ?? 'id'] ?? '')
  if (id === '') return undefined
  const description = describeFeature(type, properties).trim()
  return { id, type: type.typeValue, label: description || `${type.label} ${id}`, coordinates: { lat, lng } }
}

/** Nearest first; `near` as longitude and latitude. */
export function sortByDistance(
  assets: readonly AssetAnswer[],
  near: { readonly longitude: number; readonly latitude: number },
): AssetAnswer[] {
  const narrowing = Math.cos((near.latitude * Math.PI) / 180)
  const distance = ({ coordinates }: AssetAnswer) =>
    coordinates
      ? Math.hypot((coordinates.lng - near.longitude) * narrowing, coordinates.lat - near.latitude)
      : Number.POSITIVE_INFINITY
  return assets.toSorted((left, right) => distance(left) - distance(right))
}
