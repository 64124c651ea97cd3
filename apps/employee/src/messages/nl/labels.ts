import { PRIORITY_LABELS, STATUS_LABELS, TYPE_LABELS } from '@signalen/domain'

/** What codes of the API are called. */
export const labels = {
  status: STATUS_LABELS,
  priority: PRIORITY_LABELS,
  type: TYPE_LABELS,
  contact: { email: 'E-mailadres', phone: 'Telefoonnummer', none: 'Geen contactgegevens' },
  feedback: { satisfied: 'Tevreden', not_satisfied: 'Niet tevreden', not_received: 'Nog niet ontvangen' },
  kind: {
    signal: 'Gewone melding',
    parent_signal: 'Hoofdmelding',
    child_signal: 'Deelmelding',
    exclude_parent_signal: 'Alles behalve hoofdmeldingen',
  },
  punctuality: {
    on_time: 'Op tijd',
    late: 'Te laat',
    late_factor_3: 'Veel te laat (3 keer de termijn)',
    null: 'Zonder termijn',
  },
  yes: 'Ja',
  no: 'Nee',
}
