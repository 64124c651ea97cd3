import {
  type Actor,
  displayNumber,
  displaySignal,
  findTranslationLanguage,
  hasPermission,
  maskContact,
  STATUS_LABELS,
  type StatusCode,
} from '@signalen/domain'
import type { CategoryReference, Settings, SignalView } from '@signalen/services'
import { presentOptionalTime, presentTime } from './time.ts'

/** For whom, and under which address, a report is presented. */
export interface Presenting {
  /** The address of this server as the caller sees it. */
  readonly base: string
  readonly settings: Settings
  readonly actor: Actor
}

export function signalPath(id: number): string {
  return `/signals/v1/private/signals/${id}`
}

export function categoryPath({ main, slug }: CategoryReference): string {
  return `/signals/v1/public/terms/categories/${main.slug}/sub_categories/${slug}`
}

export function presentIdentity({ row }: SignalView, { settings }: Presenting) {
  return {
    _display: displaySignal({
      id: row.id,
      state: row.status_state as StatusCode,
      neighbourhoodCode: row.buurt_code,
      createdAt: presentTime(row.created_at, settings.timeZone),
    }),
    id: row.id,
    id_display: displayNumber(row.id, settings.idPrefix),
  }
}

export function presentStatus({ row }: SignalView, { settings }: Presenting) {
  return {
    text: row.status_text,
    user: row.status_user,
    state: row.status_state,
    state_display: labelOf(row.status_state),
    target_api: row.status_target_api,
    extra_properties: row.status_extra_properties,
    send_email: row.status_send_email,
    created_at: presentTime(row.status_created_at, settings.timeZone),
    email_override: row.status_email_override,
  }
}

export function labelOf(state: string): string {
  return STATUS_LABELS[state as StatusCode] ?? state
}

export function presentPoint(place: { longitude: number; latitude: number }) {
  return { type: 'Point' as const, coordinates: [place.longitude, place.latitude] }
}

export function presentLocation({ row }: SignalView) {
  return {
    id: row.location_id,
    stadsdeel: row.stadsdeel,
    buurt_code: row.buurt_code,
    area_type_code: row.area_type_code,
    area_code: row.area_code,
    area_name: row.area_name,
    address: row.address as Record<string, unknown> | null,
    address_text: row.address_text,
    postcode: row.postcode,
    geometrie: presentPoint(row),
    extra_properties: row.location_extra_properties,
    created_by: row.location_created_by,
    bag_validated: row.bag_validated,
  }
}

export function presentCategory({ row, category }: SignalView, { base, settings }: Presenting) {
  return {
    sub: category.name,
    sub_slug: category.slug,
    main: category.main.name,
    main_slug: category.main.slug,
    category_url: `${base}${categoryPath(category)}`,
    departments: category.responsible,
    created_by: row.category_created_by,
    text: row.category_text,
    deadline: presentOptionalTime(row.deadline, settings.timeZone),
    deadline_factor_3: presentOptionalTime(row.deadline_factor_3, settings.timeZone),
  }
}

/** The category of a report that stands in the list of another one. */
export function presentShortCategory(category: CategoryReference) {
  return {
    sub: category.name,
    sub_slug: category.slug,
    departments: category.responsible,
    main: category.main.name,
    main_slug: category.main.slug,
  }
}

export function presentShortStatus(state: string) {
  return { state, state_display: labelOf(state) }
}

export function presentReporter({ row, allowsContact }: SignalView, { actor }: Presenting) {
  const shown = hasPermission(actor, 'sia_can_view_contact_details')
  const language = findTranslationLanguage(row.reporter_language)
  const present = (value: string | null) => (shown ? (value ?? '') : maskContact(value))
  return {
    email: present(row.reporter_email),
    phone: present(row.reporter_phone),
    sharing_allowed: row.reporter_sharing_allowed,
    allows_contact: allowsContact,
    // Existing clients know nothing of it; Dutch goes without saying.
    ...(language && { language }),
  }
}

export function presentPriority({ row }: SignalView) {
  return { priority: row.priority, created_by: row.priority_created_by }
}

export function presentType({ row }: SignalView, { settings }: Presenting) {
  return {
    code: row.type_code,
    created_at: presentTime(row.type_created_at, settings.timeZone),
    created_by: row.type_created_by,
  }
}

/** The key is absent while there never were any. */
export function presentDirecting({ directingDepartments }: SignalView) {
  return directingDepartments === null ? {} : { directing_departments: [...directingDepartments] }
}

export function presentMoments({ row }: SignalView, { settings: { timeZone } }: Presenting) {
  return {
    created_at: presentTime(row.created_at, timeZone),
    updated_at: presentTime(row.updated_at, timeZone),
    incident_date_start: presentTime(row.incident_date_start, timeZone),
    incident_date_end: presentOptionalTime(row.incident_date_end, timeZone),
  }
}
