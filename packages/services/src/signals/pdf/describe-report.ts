import {
  type Address,
  DISTRICTS,
  displayNumber,
  type ExtraProperty,
  formatStreet,
  isDistrictCode,
  isExtraProperties,
  maskContact,
  PRIORITY_LABELS,
  type Priority,
  presentAnswers,
  presentHistoryEvent,
  STATUS_LABELS,
  type StatusCode,
  SYSTEM_AUTHOR,
  TYPE_LABELS,
  type TypeCode,
} from '@signalen/domain'
import type { PrintableReport, PrintedEvent, PrintedFact } from '../../ports.ts'
import type { Settings } from '../../settings/settings.ts'
import type { HistoryEntry } from '../history/list-history.ts'
import type { SignalView } from '../signal-view.ts'
import { formatDay, formatMoment } from './dutch-moment.ts'

export interface PhotoFacts {
  readonly name: string
  readonly caption: string | null
  readonly addedAt: Date
  /** E-mail address of who added it; null for the reporter. */
  readonly addedBy: string | null
  readonly bytes: Buffer
}

export interface ReportFacts {
  readonly signal: SignalView
  readonly history: readonly HistoryEntry[]
  readonly photos: readonly PhotoFacts[]
  readonly files: readonly string[]
  readonly settings: Settings
  readonly seesContactDetails: boolean
  /** E-mail address of who has it printed; null for the system. */
  readonly printedBy: string | null
  readonly now: Date
}

/** A report in words, for someone who may see it. */
export function describeReport(report: ReportFacts): PrintableReport {
  const { signal, settings, now } = report
  const { row } = signal
  const number = displayNumber(row.id, settings.idPrefix)
  const place = describePlace(signal)
  return {
    title: `Melding ${number}`,
    municipality: settings.name,
    logo: settings.logo && { bytes: readDataUrl(settings.logo.image), alt: settings.logo.alt },
    footer: `${number} · afgedrukt op ${formatMoment(now, settings.timeZone)} door ${describePrinter(report)}`,
    madeAt: now,
    facts: withoutEmpty(describeSignal(report)),
    text: [row.text, row.text_extra].filter((text) => text !== '').join('\n\n'),
    answers: describeAnswers(row.extra_properties),
    place,
    placeInWords: place.map(({ value }) => value).join(', '),
    position: { longitude: row.longitude, latitude: row.latitude },
    reporter: describeReporter(report),
    photos: report.photos.map((photo) => describePhoto(photo, settings)),
    files: report.files,
    history: report.history.map((entry) => describeEvent(entry, settings)),
  }
}

function readDataUrl(url: string): Buffer {
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

function describeSignal({ signal, settings }: ReportFacts): PrintedFact[] {
  const { row, category } = signal
  const moment = (date: Date | null) => (date ? formatMoment(date, settings.timeZone) : '')
  return [
    fact('Status', STATUS_LABELS[row.status_state as StatusCode]),
    fact('Gemeld op', moment(row.created_at)),
    fact('Begonnen op', moment(row.incident_date_start)),
    fact('Geëindigd op', moment(row.incident_date_end)),
    fact('Categorie', `${category.name} (${category.main.name})`),
    fact('Verantwoordelijk', category.responsible),
    fact('Doorgezet naar', (signal.routingDepartments ?? []).map(({ name }) => name).join(', ')),
    fact('Regie', (signal.directingDepartments ?? []).map(({ name }) => name).join(', ')),
    fact('Behandelaar', settings.showEmployeeDetailsInPdf ? (row.assigned_user_email ?? '') : ''),
    fact('Urgentie', PRIORITY_LABELS[row.priority as Priority]),
    fact('Soort', TYPE_LABELS[row.type_code as TypeCode]),
    fact('Bron', row.source),
    fact('Uiterlijk', row.deadline ? formatDay(row.deadline, settings.timeZone) : ''),
    fact('Hoofdmelding', row.parent_id === null ? '' : displayNumber(row.parent_id, settings.idPrefix)),
  ]
}

function describeAnswers(properties: unknown): PrintedFact[] {
  if (!isExtraProperties(properties)) return []
  const answers = presentAnswers(properties as readonly ExtraProperty[])
  return [...answers].map(([label, lines]) => fact(label, lines.join('\n')))
}

function describePlace({ row }: SignalView): PrintedFact[] {
  const address = row.address as Address | null
  const town = [address?.postcode, address?.woonplaats].filter((part) => part).join(' ')
  const where = [address ? formatStreet(address) : '', town].filter((part) => part !== '').join(', ')
  return withoutEmpty([
    fact('Adres', where || 'op de kaart gepind'),
    fact('Stadsdeel', isDistrictCode(row.stadsdeel) ? DISTRICTS[row.stadsdeel] : ''),
    fact('Gebied', row.area_name ?? ''),
    fact('Coördinaten', `${row.latitude.toFixed(6)}, ${row.longitude.toFixed(6)}`),
  ])
}

function describeReporter({ signal: { row }, seesContactDetails }: ReportFacts): PrintedFact[] {
  const shown = (value: string | null) =>
    (seesContactDetails ? value : maskContact(value)) || 'niet achtergelaten'
  return [
    fact('E-mailadres', shown(row.reporter_email)),
    fact('Telefoonnummer', shown(row.reporter_phone)),
    fact('Gegevens delen', row.reporter_sharing_allowed ? 'mag' : 'mag niet'),
  ]
}

const EMPLOYEE = 'Medewerker'
const AN_EMPLOYEE = 'een medewerker'

function describePrinter({ printedBy, settings }: ReportFacts): string {
  if (printedBy === null) return SYSTEM_AUTHOR
  return settings.showEmployeeDetailsInPdf ? printedBy : AN_EMPLOYEE
}

function describePhoto(
  { name, caption, addedAt, addedBy, bytes }: PhotoFacts,
  { showEmployeeDetailsInPdf, timeZone }: Settings,
): PrintableReport['photos'][number] {
  const employee = showEmployeeDetailsInPdf ? addedBy : AN_EMPLOYEE
  const who = addedBy === null ? 'de melder' : employee
  const origin = `${name}, toegevoegd op ${formatMoment(addedAt, timeZone)} door ${who}`
  return { name, caption, origin, bytes }
}

function describeEvent(entry: HistoryEntry, settings: Settings): PrintedEvent {
  const isShown = settings.showEmployeeDetailsInPdf
  const { action, description } = presentHistoryEvent(entry.event, settings.timeZone)
  const author = entry.createdBy === null ? SYSTEM_AUTHOR : EMPLOYEE
  return {
    when: formatMoment(entry.createdAt, settings.timeZone),
    who: isShown ? (entry.createdBy ?? SYSTEM_AUTHOR) : author,
    action: isShown || entry.event.type !== 'assignment' ? action : 'Melding toewijzing gewijzigd',
    description,
  }
}

function fact(label: string, value: string): PrintedFact {
  return { label, value }
}

function withoutEmpty(facts: readonly PrintedFact[]): PrintedFact[] {
  return facts.filter(({ value }) => value !== '')
}
