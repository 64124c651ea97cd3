import {
  type AutoChild,
  DEFAULT_SOURCE,
  type DistrictCode,
  type Priority,
  planAutoChildren,
  type StatusCode,
  type TypeCode,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import type { SignalPlan } from '../signals/create/plan-signal.ts'
import { findPlaceFault } from '../signals/location/check-place.ts'
import { deriveAreas } from '../signals/location/derive-areas.ts'
import { type PlacedLocation, placeLocation } from '../signals/location/place-row.ts'
import { type CategoryReference, getCategory, type Reference } from '../signals/reference.ts'
import type { SignalRow } from '../signals/signal-row.ts'

/** The children that a report is to have; none when it stays whole. */
export function decideChildren(
  parent: SignalRow,
  reference: Reference,
  { settings }: Context,
): readonly AutoChild[] {
  const { slug } = getCategory(reference, parent.category_id)
  return planAutoChildren(
    {
      state: parent.status_state as StatusCode,
      isChild: parent.parent_id !== null,
      childCount: parent.child_count,
      categorySlug: slug,
      extraProperties: parent.extra_properties,
    },
    settings,
  )
}

/** What is written for each child: the parent's words, at the place of its own object. */
export async function planChildren(
  context: Context,
  parent: SignalRow,
  { children, reference }: { readonly children: readonly AutoChild[]; readonly reference: Reference },
): Promise<SignalPlan[]> {
  const locations = await placeChildren(context, parent, children)
  const createdAt = context.clock.now()
  return children.flatMap((child, index) => {
    const location = locations[index]
    if (!location) return []
    return {
      signal: {
        text: parent.text,
        textExtra: parent.text_extra,
        source: undefined,
        incidentDateStart: parent.incident_date_start,
        incidentDateEnd: null,
        operationalDate: null,
        category: { address: '', field: 'sub_category' as const, text: null },
        location,
        reporter: { email: null, phone: null, sharingAllowed: false },
        priority: parent.priority as Priority,
        typeCode: parent.type_code as TypeCode,
        extraProperties: child.extraProperties,
        parentId: parent.id,
        attachments: [],
        session: null,
      },
      location,
      category: findCategory(reference, getCategory(reference, parent.category_id), child.categorySlug),
      source: DEFAULT_SOURCE,
      createdBy: null,
      createdAt,
      urgency: undefined,
    }
  })
}

/** In the same main category; where the municipality has none by that name, the parent's own. */
function findCategory(reference: Reference, own: CategoryReference, slug: string): CategoryReference {
  const sisters = [...reference.categories.values()].filter(({ main }) => main.id === own.main.id)
  return sisters.find((category) => category.slug === slug) ?? own
}

async function placeChildren(
  context: Context,
  parent: SignalRow,
  children: readonly AutoChild[],
): Promise<PlacedLocation[]> {
  const places = children.map((child) => findOwnPlace(child, context))
  const areas = await deriveAreas(
    context,
    places.map((place) => place?.position ?? [parent.longitude, parent.latitude]),
  )
  return places.map((place, index) => {
    const here = areas[index]
    return place && here ? placeLocation(place, here) : placeOfParent(parent)
  })
}

/** Undefined when the object does not say where it stands, or says something that cannot be. */
function findOwnPlace({ position, address }: AutoChild, { settings }: Context): PlacedLocation | undefined {
  if (position === null || findPlaceFault(position, settings) !== undefined) return undefined
  return {
    position,
    district: null,
    neighbourhoodCode: null,
    areaTypeCode: null,
    areaCode: null,
    areaName: null,
    address,
    extraProperties: null,
    bagValidated: false,
  }
}

function placeOfParent(parent: SignalRow): PlacedLocation {
  return {
    position: [parent.longitude, parent.latitude],
    district: parent.stadsdeel as DistrictCode | null,
    neighbourhoodCode: parent.buurt_code,
    areaTypeCode: parent.area_type_code,
    areaCode: parent.area_code,
    areaName: parent.area_name,
    address: parent.address as PlacedLocation['address'],
    extraProperties: parent.location_extra_properties,
    bagValidated: parent.bag_validated,
  }
}
