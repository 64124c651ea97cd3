import type { PublicSignalCreation, SignalCreation, SignalUpdateBody } from '@signalen/contract'
import {
  type Address,
  DEFAULT_PRIORITY,
  DEFAULT_TYPE,
  type DistrictCode,
  type ExtraProperty,
  findTranslationLanguage,
} from '@signalen/domain'
import type { CategoryChoice, NewLocation, NewSignal, SignalChanges } from '@signalen/services'

/** Requests about reports, in the words of the use cases. */

type CreationBody = PublicSignalCreation & Partial<SignalCreation>

export function readNewSignal(body: CreationBody): NewSignal {
  return {
    text: body.text,
    textExtra: body.text_extra ?? '',
    source: body.source,
    incidentDateStart: body.incident_date_start,
    incidentDateEnd: body.incident_date_end ?? null,
    operationalDate: body.operational_date ?? null,
    category: readCategory(body.category),
    location: readLocation(body.location),
    reporter: {
      email: body.reporter.email || null,
      phone: body.reporter.phone,
      sharingAllowed: body.reporter.sharing_allowed ?? false,
      language: findTranslationLanguage(body.language) ?? null,
    },
    priority: body.priority?.priority ?? DEFAULT_PRIORITY,
    typeCode: body.type?.code ?? DEFAULT_TYPE,
    extraProperties: (body.extra_properties ?? null) as readonly ExtraProperty[] | null,
    parentId: body.parent ?? null,
    attachments: body.attachments ?? [],
    session: body.session ?? null,
  }
}

function readCategory(category: SignalCreation['category']): CategoryChoice {
  const field = category.sub_category == null ? 'category_url' : 'sub_category'
  return { address: category[field] ?? '', field, text: category.text }
}

type LocationBody = SignalCreation['location']

function readLocation(location: LocationBody): NewLocation {
  return {
    position: location.geometrie,
    district: (location.stadsdeel ?? null) as DistrictCode | null,
    neighbourhoodCode: location.buurt_code,
    areaTypeCode: location.area_type_code,
    areaCode: location.area_code,
    areaName: location.area_name,
    address: (location.address ?? null) as Address | null,
    extraProperties: location.extra_properties ?? null,
  }
}

export function readChanges(body: SignalUpdateBody): SignalChanges {
  const { location, status, category, priority, type } = body
  return {
    location: location?.geometrie && readLocation({ ...location, geometrie: location.geometrie }),
    status: status && readStatus(status),
    category: category && readCategory(category),
    priority: priority && (priority.priority ?? DEFAULT_PRIORITY),
    // Only the first has ever been kept.
    note: body.notes?.[0] && (body.notes[0].text ?? ''),
    typeCode: type && (type.code ?? DEFAULT_TYPE),
    directingDepartmentIds: body.directing_departments?.map(({ id }) => id),
    routingDepartmentIds:
      body.routing_departments === null ? [] : body.routing_departments?.map(({ id }) => id),
    assignedUserEmail: body.assigned_user_email === '' ? null : body.assigned_user_email,
  }
}

function readStatus(status: NonNullable<SignalUpdateBody['status']>): SignalChanges['status'] {
  return {
    state: status.state,
    text: status.text,
    targetApi: status.target_api,
    sendEmail: status.send_email,
    emailOverride: status.email_override,
    extraProperties: status.extra_properties ?? null,
  }
}
