import type { CategoryReference, MapSignal, NearSignal, PublicPlace, SignalPlace } from '@signalen/services'
import { presentPoint, presentShortStatus } from './signal-parts.ts'
import { presentMapTime, presentTime } from './time.ts'

interface Feature<Properties> {
  readonly type: 'Feature'
  readonly geometry: { readonly type: 'Point'; readonly coordinates: number[] }
  readonly properties: Properties
}

interface Placed {
  readonly longitude: number
  readonly latitude: number
}

/** A GeoJSON answer. Of nothing, the features have always been null. */
export function presentCollection<Place extends Placed, Properties>(
  places: readonly Place[],
  presentProperties: (place: Place) => Properties,
): { type: 'FeatureCollection'; features: Feature<Properties>[] | null } {
  const features = places.map((place) => presentFeature(place, presentProperties(place)))
  return { type: 'FeatureCollection', features: features.length === 0 ? null : features }
}

/** Around one report; here nothing has always been an empty list. */
export function presentSurroundings(signals: readonly NearSignal[], timeZone: string) {
  const features = signals.map((signal) => presentFeature(signal, presentNearProperties(signal, timeZone)))
  return { type: 'FeatureCollection' as const, features }
}

function presentFeature<Properties>(place: Placed, properties: Properties): Feature<Properties> {
  return { type: 'Feature', geometry: presentPoint(place), properties }
}

export function presentPlaceProperties({ id, created_at }: SignalPlace) {
  return { id, created_at: presentMapTime(created_at) }
}

export function presentPublicProperties({ category, createdAt }: PublicPlace) {
  return { category: presentPublicCategory(category), created_at: presentMapTime(createdAt) }
}

export function presentPublicCategory({ name, publicName, slug, main }: CategoryReference) {
  return {
    name: publicName || name,
    slug,
    parent: { name: main.publicName || main.name, slug: main.slug },
  }
}

export function presentMapProperties({ id, state, category, createdAt }: MapSignal) {
  return {
    id,
    status: state,
    category: { sub: category.name, main: category.main.name },
    created_at: presentMapTime(createdAt),
  }
}

function presentNearProperties({ id, createdAt, state }: NearSignal, timeZone: string) {
  return { id, created_at: presentTime(createdAt, timeZone), status: presentShortStatus(state) }
}
