import {
  DEFAULT_SOURCE,
  findDeadlines,
  findFinalSource,
  type HistoryEvent,
  INITIAL_STATUS,
  type Source,
  type SourceSettings,
  toDayNumber,
  type WorkCalendar,
} from '@signalen/domain'
import type { Settings } from '../../settings/settings.ts'
import type { UrgencyDecision } from '../../urgency/decide-urgency.ts'
import type { HistoryFacts } from '../history/history-rows.ts'
import { jsonOrNull, type PlacedLocation, toPlaceColumns, toPlaceEvent } from '../location/place-row.ts'
import type { CategoryReference } from '../reference.ts'
import type { NewSignal } from './new-signal.ts'

export interface SignalPlan {
  readonly signal: NewSignal
  readonly location: PlacedLocation
  readonly category: CategoryReference
  readonly source: string
  /** E-mail address of the employee who makes it; null for the reporter. */
  readonly createdBy: string | null
  readonly createdAt: Date
  /** Why it is more urgent than was said; undefined when it is not. */
  readonly urgency: UrgencyDecision | undefined
}

export interface PlannedEvent {
  readonly event: HistoryEvent
  readonly facts?: HistoryFacts
}

/** The numbers that a signal and its parts get, drawn beforehand so that each row is written once. */
export interface DrawnIds {
  readonly signal: number
  readonly reporter: number
  readonly location: number
  readonly status: number
}

export function toSignalValues(plan: SignalPlan, ids: DrawnIds, uuid: string, settings: Settings) {
  const { signal, category, createdBy, createdAt } = plan
  const { deadline, deadlineFactor3 } = findDeadlines(createdAt, category.serviceLevel, calendarOf(settings))
  return {
    id: ids.signal,
    uuid,
    created_at: createdAt,
    updated_at: createdAt,
    source: plan.source,
    text: signal.text,
    text_extra: signal.textExtra,
    incident_date_start: signal.incidentDateStart,
    incident_date_end: signal.incidentDateEnd,
    operational_date: signal.operationalDate,
    extra_properties: jsonOrNull(signal.extraProperties),
    parent_id: signal.parentId,
    status_id: ids.status,
    status_state: INITIAL_STATUS,
    status_user: createdBy,
    status_created_at: createdAt,
    location_id: ids.location,
    ...toPlaceColumns(plan.location, createdBy),
    category_id: category.id,
    category_assigned_at: createdAt,
    category_created_by: createdBy,
    category_text: signal.category.text,
    handling_message: category.handlingMessage,
    deadline,
    deadline_factor_3: deadlineFactor3,
    reporter_id: ids.reporter,
    reporter_email: signal.reporter.email,
    reporter_phone: signal.reporter.phone,
    reporter_sharing_allowed: signal.reporter.sharingAllowed,
    reporter_language: signal.reporter.language ?? null,
    priority: plan.urgency ? 'high' : signal.priority,
    priority_created_by: plan.urgency ? null : createdBy,
    type_code: signal.typeCode,
    type_created_at: createdAt,
    type_created_by: createdBy,
  }
}

/**
 * What the history of a new signal begins with. Of what happens at one moment, the history shows the last
 * first; the promise to the reporter is given with the category.
 */
export function listFirstEvents(plan: SignalPlan, settings: Settings): PlannedEvent[] {
  const { category, signal, createdAt } = plan
  const { handlingMessage, serviceLevel } = category
  const promise: PlannedEvent = {
    event: { type: 'serviceLevel', handlingMessage },
  }
  return [
    toPlaceEvent(plan.location),
    { event: { type: 'status', state: INITIAL_STATUS, text: null, sendEmail: false } },
    ...(serviceLevel === null ? [] : [promise]),
    {
      event: { type: 'category', name: category.name },
      facts: {
        categoryId: category.id,
        reason: signal.category.text,
        handlingMessage,
        ...findDeadlines(createdAt, serviceLevel, calendarOf(settings)),
      },
    },
    { event: { type: 'priority', priority: signal.priority } },
    { event: { type: 'type', code: signal.typeCode } },
  ]
}

/** The source as it is stored, of a signal whose source was found to be right. */
export function chooseSource(signal: NewSignal, sources: readonly Source[], settings: Settings): string {
  const named = sources.find(({ name }) => name.toLowerCase() === signal.source?.toLowerCase())
  const facts = { reporterEmail: signal.reporter.email, isChild: signal.parentId !== null }
  return findFinalSource(named?.name ?? DEFAULT_SOURCE, facts, sourceSettingsOf(settings))
}

function sourceSettingsOf(settings: Settings): SourceSettings {
  const endings = settings.internalSourceByReporterDomain
  return {
    internal: endings && {
      emailEndings: endings.map((domain) => (domain.startsWith('@') ? domain : `@${domain}`)),
      exceptions: settings.internalSourceExceptions,
      source: settings.childSource,
    },
    childSource: settings.childSource || null,
  }
}

export function calendarOf(settings: Settings): WorkCalendar {
  const daysOff = new Set(settings.holidays.map(({ date }) => toDayNumber(date)))
  return { timeZone: settings.timeZone, holidays: settings.holidaysInDeadlines, daysOff }
}
