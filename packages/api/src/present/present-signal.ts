import type { SignalDetail, SignalListItem } from '@signalen/contract'
import { displayNumber, presentPublicStatus, type StatusCode } from '@signalen/domain'
import type { DetailedSignal, Settings, SignalRow, SignalView } from '@signalen/services'
import { curies, link } from '../links.ts'
import {
  type Presenting,
  presentCategory,
  presentDirecting,
  presentIdentity,
  presentLocation,
  presentMoments,
  presentPriority,
  presentReporter,
  presentStatus,
  presentType,
  signalPath,
} from './signal-parts.ts'
import { presentOptionalTime, presentTime } from './time.ts'

/** Key order is that of the released server. */
export function presentSignalListItem(view: SignalView, to: Presenting): SignalListItem {
  const { row } = view
  return {
    _links: { self: link(to.base, signalPath(row.id)) },
    ...presentIdentity(view, to),
    signal_id: row.uuid,
    source: row.source,
    text: row.text,
    text_extra: row.text_extra,
    status: presentStatus(view, to),
    location: presentLocation(view),
    category: presentCategory(view, to),
    reporter: presentReporter(view, to),
    priority: presentPriority(view),
    type: presentType(view, to),
    ...presentMoments(view, to),
    operational_date: presentOptionalTime(row.operational_date, to.settings.timeZone),
    has_attachments: row.attachment_count > 0,
    extra_properties: row.extra_properties,
    notes: [...view.notes],
    ...presentDirecting(view),
    routing_departments: view.routingDepartments && [...view.routingDepartments],
    has_parent: row.parent_id !== null,
    has_children: row.child_count > 0,
    assigned_user_email: row.assigned_user_email,
  }
}

export function presentSignalDetail(signal: DetailedSignal, to: Presenting): SignalDetail {
  const { row } = signal
  const { _display, ...numbers } = presentIdentity(signal, to)
  return {
    _links: presentDetailLinks(signal, to.base),
    _display,
    category: presentCategory(signal, to),
    ...numbers,
    has_attachments: row.attachment_count > 0,
    location: presentLocation(signal),
    status: presentStatus(signal, to),
    reporter: presentReporter(signal, to),
    priority: presentPriority(signal),
    notes: [...signal.notes],
    type: presentType(signal, to),
    source: row.source,
    text: row.text,
    text_extra: row.text_extra,
    extra_properties: row.extra_properties,
    ...presentMoments(signal, to),
    ...presentDirecting(signal),
    routing_departments: signal.routingDepartments && [...signal.routingDepartments],
    attachments: signal.attachmentIds.map((id) => `${to.base}${signalPath(row.id)}/attachments/${id}`),
    assigned_user_email: row.assigned_user_email,
    version: row.version,
  }
}

function presentDetailLinks({ row, childIds }: DetailedSignal, base: string): SignalDetail['_links'] {
  const own = signalPath(row.id)
  return {
    curies: curies(base),
    self: link(base, own),
    archives: link(base, `${own}/history`),
    'sia:attachments': link(base, `${own}/attachments`),
    'sia:pdf': link(base, `${own}/pdf`),
    'sia:context': link(base, `${own}/context`),
    ...(row.parent_id === null ? {} : { 'sia:parent': link(base, signalPath(row.parent_id)) }),
    ...(childIds.length === 0 ? {} : { 'sia:children': childIds.map((id) => link(base, signalPath(id))) }),
  }
}

type PublicRow = Pick<
  SignalRow,
  'id' | 'uuid' | 'status_state' | 'created_at' | 'updated_at' | 'incident_date_start' | 'incident_date_end'
>

export function presentPublicSignal(row: PublicRow, { idPrefix, timeZone }: Settings) {
  const number = displayNumber(row.id, idPrefix)
  return {
    _display: number,
    id: row.id,
    id_display: number,
    signal_id: row.uuid,
    status: presentPublicStatus(row.status_state as StatusCode) as {
      state: 'OPEN' | 'CLOSED'
      state_display: string
    },
    created_at: presentTime(row.created_at, timeZone),
    updated_at: presentTime(row.updated_at, timeZone),
    incident_date_start: presentTime(row.incident_date_start, timeZone),
    incident_date_end: presentOptionalTime(row.incident_date_end, timeZone),
  }
}
