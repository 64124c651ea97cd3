import type { BoundingBox } from '../signals/place.ts'
import type { AssetQuestion, FeatureType } from './model.ts'

/** The address of the objects in a part of the map. Braces may be written encoded. */
export function fillAssetEndpoint(endpoint: string, box: BoundingBox): string {
  const values: Readonly<Record<string, string>> = {
    west: String(box.west),
    south: String(box.south),
    east: String(box.east),
    north: String(box.north),
    srsName: 'EPSG:4326',
  }
  return endpoint
    .replaceAll(/%7b/gi, '{')
    .replaceAll(/%7d/gi, '}')
    .replace(/\{(\w+)\}/g, (placeholder, name: string) =>
      Object.hasOwn(values, name) ? (values[name] ?? placeholder) : placeholder,
    )
}

/** The type of an object on the map by its properties; the only type there is needs no field. */
export function findFeatureType(
  question: AssetQuestion,
  properties: Readonly<Record<string, unknown>>,
): FeatureType | undefined {
  return question.featureTypes.find(
    ({ typeField, typeValue }) => typeField === undefined || String(properties[typeField]) === typeValue,
  )
}

/** `Lamp {{ nummer }}` with the properties of the object. */
export function describeFeature(type: FeatureType, properties: Readonly<Record<string, unknown>>): string {
  return type.description.replace(/\{\{\s*(\w+)\s*\}\}/g, (_, name: string) =>
    Object.hasOwn(properties, name) ? String(properties[name] ?? '') : '',
  )
}
