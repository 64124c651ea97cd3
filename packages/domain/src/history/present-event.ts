import { formatStreet } from '../signals/address.ts'
import { PRIORITY_LABELS, TYPE_LABELS } from '../signals/labels.ts'
import { DISTRICTS } from '../signals/place.ts'
import { STATUS_LABELS } from '../status/states.ts'
import { DEFAULT_TIME_ZONE, formatLocalTimestamp } from '../time/local-time.ts'
import type { FeedbackFacts, HistoryEvent, RelationSide, ReporterChange } from './events.ts'
import { HISTORY_WHATS } from './events.ts'

export interface PresentedEvent {
  readonly what: string
  readonly action: string
  readonly description: string | null
}

/** The line that employees read. */
export function presentHistoryEvent(
  event: HistoryEvent,
  timeZone: string = DEFAULT_TIME_ZONE,
): PresentedEvent {
  return {
    what: HISTORY_WHATS[event.type],
    action: findAction(event),
    description: findDescription(event, timeZone),
  }
}

function findAction(event: HistoryEvent): string {
  switch (event.type) {
    case 'status':
      return `Status gewijzigd naar: ${event.state === null ? 'Onbekend' : STATUS_LABELS[event.state]}`
    case 'priority':
      return `Urgentie gewijzigd naar: ${PRIORITY_LABELS[event.priority]}`
    case 'category':
      return `Categorie gewijzigd naar: ${event.name}`
    case 'serviceLevel':
      return 'Servicebelofte:'
    case 'location':
      return 'Locatie gewijzigd naar:'
    case 'note':
      return 'Notitie toegevoegd:'
    case 'feedback':
      return 'Feedback van melder ontvangen'
    case 'type':
      return `Type gewijzigd naar: ${TYPE_LABELS[event.code]}`
    case 'directing':
      return `Regie gewijzigd naar: ${event.departmentCodes.join(', ') || 'Verantwoordelijke afdeling'}`
    case 'routing': {
      const departments = event.departmentCodes.join(', ') || 'Verantwoordelijke afdeling (routering)'
      return `Routering: afdeling/afdelingen gewijzigd naar: ${departments}`
    }
    case 'assignment':
      return event.email === null
        ? 'Melding niet meer toegewezen aan behandelaar.'
        : `Melding toewijzing gewijzigd naar: ${event.email}`
    case 'childAdded':
      return 'Deelmelding toegevoegd'
    case 'relation':
      return event.isEnded ? ENDED_RELATIONS[event.relation] : RELATIONS[event.relation]
    case 'cause':
      return event.cause === null ? 'Oorzaak weggehaald' : `Oorzaak gewijzigd naar: ${event.cause}`
    case 'externalReaction':
      return 'Toelichting ontvangen'
    case 'noExternalReaction':
      return 'Geen toelichting ontvangen'
    case 'reporter':
      return 'Contactgegevens melder:'
  }
}

const RELATIONS: Readonly<Record<RelationSide, string>> = {
  duplicateOf: 'Dubbel met een andere melding:',
  hasDuplicate: 'Dubbele melding gebundeld:',
  linked: 'Gekoppeld aan:',
}

const ENDED_RELATIONS: Readonly<Record<RelationSide, string>> = {
  duplicateOf: 'Niet meer dubbel met:',
  hasDuplicate: 'Geen dubbele melding meer:',
  linked: 'Koppeling verwijderd met:',
}

function findDescription(event: HistoryEvent, timeZone: string): string | null {
  switch (event.type) {
    case 'status':
    case 'note':
      return event.text
    case 'serviceLevel':
      return event.handlingMessage ?? 'Servicebelofte onbekend'
    case 'location':
      return describeLocation(event)
    case 'feedback':
      return describeFeedback(event)
    case 'relation':
      return `Melding ${event.otherId}`
    case 'externalReaction': {
      const asked = describeMoment(event.askedAt, timeZone)
      return `Toelichting externe behandelaar op vraag van ${asked} ${event.text}`
    }
    case 'noExternalReaction': {
      const asked = describeMoment(event.askedAt, timeZone)
      return `Geen toelichting ontvangen van externe behandelaar op vraag van ${asked}`
    }
    case 'reporter':
      return describeReporterChange(event.change, event.reason)
    default:
      return null
  }
}

/** A line for the street comes after one for the district, also where there is no district. */
function describeLocation(event: Extract<HistoryEvent, { type: 'location' }>): string {
  const district = event.district === null ? '' : `Stadsdeel: ${DISTRICTS[event.district]}`
  const street = event.address === null ? '' : formatStreet(event.address)
  const town = event.address?.woonplaats ?? ''
  if (street === '' && town === '') {
    const pinned = `Locatie is gepind op de kaart\n${event.position.join(', ')}`
    return district === '' ? pinned : `${district}\n${pinned}`
  }
  return `${district}${street && `\n${street}`}${town && `\n${town}`}`
}

function describeFeedback(feedback: FeedbackFacts): string {
  const reasons = feedback.textList?.length ? feedback.textList.join(',\n') : feedback.text
  const lines = [
    feedback.isSatisfied ? 'Ja, de melder is tevreden' : 'Nee, de melder is ontevreden',
    `Waarom: ${reasons || 'Geen Feedback'}`,
    feedback.textExtra ? `Toelichting: ${feedback.textExtra}` : '',
    `Toestemming contact opnemen: ${feedback.allowsContact ? 'Ja' : 'Nee'}`,
  ]
  return lines.filter((line) => line !== '').join('\n')
}

function describeMoment(moment: Date | null, timeZone: string): string {
  if (moment === null) return 'onbekend'
  const local = formatLocalTimestamp(moment, timeZone)
  return `${local.slice(8, 10)}-${local.slice(5, 7)}-${local.slice(0, 4)} ${local.slice(11, 16)}`
}

const REPORTER_CHANGES: Readonly<Record<ReporterChange, string>> = {
  verificationSent: 'E-mail verificatie verzonden.',
  emailVerified: 'E-mailadres is geverifieerd door de melder.',
  emailChanged: 'E-mailadres is gewijzigd.',
  phoneChanged: 'Telefoonnummer is gewijzigd.',
  requestCancelled: 'Verzoek tot wijzigen contactgegevens geannuleerd.',
  cancelledByEmployee: 'Contactgegevens wijziging geannuleerd.',
}

function describeReporterChange(change: ReporterChange, reason: string | null | undefined): string {
  if (change === 'cancelledByEmployee' && reason) return `Contactgegevens wijziging geannuleerd: ${reason}`
  return REPORTER_CHANGES[change]
}
