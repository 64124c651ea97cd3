import {
  type Actor,
  displayNumber,
  type FilterParameters,
  formatLocalTimestamp,
  hasPermission,
  judge,
  maskContact,
  PRIORITY_LABELS,
  type Priority,
  STATUS_LABELS,
  type StatusCode,
  TYPE_LABELS,
  type TypeCode,
} from '@signalen/domain'
import type { Context } from '../context.ts'
import { forbidden } from '../problem.ts'
import { selectionOf } from '../signals/list/signal-selection.ts'
import { getCategory, pickDepartments, type Reference, readReference } from '../signals/reference.ts'
import { type SignalRow, selectSignals } from '../signals/signal-row.ts'
import { toCsvLine, withoutFormula } from './csv-line.ts'

export interface ListCsvRequest {
  /** The filters of the list of reports, as they were sent. */
  readonly parameters: FilterParameters
  /** Between the cells: spreadsheets in Dutch expect a semicolon. */
  readonly separator: ',' | ';'
}

const PIECE = 1000

/**
 * The reports of a list as a file for people, newest first, a piece at a time. The request is judged before
 * anything is read: a refusal comes instead of a file, never in it.
 */
export async function exportSignalList(
  context: Context,
  actor: Actor,
  { parameters, separator }: ListCsvRequest,
): Promise<AsyncGenerator<string>> {
  if (!judge(actor, 'signal.export').allowed) throw forbidden()
  const { where } = await selectionOf(context, actor, parameters)
  const reference = await readReference(context.db)
  const presenting: Presenting = {
    reference,
    context,
    seesContactDetails: hasPermission(actor, 'sia_can_view_contact_details'),
  }
  return readLines()

  async function* readLines(): AsyncGenerator<string> {
    yield toCsvLine(Object.keys(COLUMNS), separator)
    let before: number | null = null
    do {
      const rows: SignalRow[] = await readPiece(before)
      if (rows.length > 0) yield rows.map((row) => toCsvLine(presentRow(row, presenting), separator)).join('')
      before = rows.length === PIECE ? (rows.at(-1)?.id ?? null) : null
    } while (before !== null)
  }

  function readPiece(before: number | null): Promise<SignalRow[]> {
    const wanted = selectSignals(context.db).where(where).orderBy('s.id', 'desc').limit(PIECE)
    return (before === null ? wanted : wanted.where('s.id', '<', before)).execute()
  }
}

interface Presenting {
  readonly reference: Reference
  readonly context: Context
  readonly seesContactDetails: boolean
}

type Present = (row: SignalRow, presenting: Presenting) => string | number | null

const COLUMNS: Readonly<Record<string, Present>> = {
  Nummer: ({ id }, { context }) => displayNumber(id, context.settings.idPrefix),
  'Gemeld op': (row, presenting) => localTime(row.created_at, presenting),
  'Laatst gewijzigd op': (row, presenting) => localTime(row.updated_at, presenting),
  Status: ({ status_state }) => STATUS_LABELS[status_state as StatusCode] ?? status_state,
  'Status sinds': (row, presenting) => localTime(row.status_created_at, presenting),
  Hoofdcategorie: ({ category_id }, { reference }) => getCategory(reference, category_id).main.name,
  Subcategorie: ({ category_id }, { reference }) => getCategory(reference, category_id).name,
  'Verantwoordelijke afdeling': ({ category_id }, { reference }) =>
    getCategory(reference, category_id).responsible,
  Afdeling: (row, presenting) => departmentCodes(row.routing_department_ids, presenting),
  Regie: (row, presenting) => departmentCodes(row.directing_department_ids, presenting),
  Behandelaar: ({ assigned_user_email }) => assigned_user_email,
  Urgentie: ({ priority }) => PRIORITY_LABELS[priority as Priority] ?? priority,
  Type: ({ type_code }) => TYPE_LABELS[type_code as TypeCode] ?? type_code,
  Bron: ({ source }) => source,
  'Overlast begon op': (row, presenting) => localTime(row.incident_date_start, presenting),
  'Af te handelen voor': (row, presenting) => localTime(row.deadline, presenting),
  Omschrijving: ({ text }) => text,
  Adres: ({ address_text }) => address_text,
  Gebied: ({ area_name }) => area_name,
  Lengtegraad: ({ longitude }) => longitude,
  Breedtegraad: ({ latitude }) => latitude,
  'Hoofdmelding van': ({ child_count }) => (child_count > 0 ? child_count : null),
  'Deelmelding van': ({ parent_id }, { context }) =>
    parent_id === null ? null : displayNumber(parent_id, context.settings.idPrefix),
  Oorzaak: ({ cause }) => cause,
  Tevredenheid: ({ feedback_state }) => (feedback_state === null ? null : (FEEDBACK[feedback_state] ?? null)),
  'E-mailadres melder': (row, presenting) => contactDetail(row.reporter_email, presenting),
  'Telefoonnummer melder': (row, presenting) => contactDetail(row.reporter_phone, presenting),
}

const FEEDBACK: Readonly<Record<string, string>> = {
  satisfied: 'Tevreden',
  not_satisfied: 'Ontevreden',
  not_received: 'Niet ontvangen',
}

function presentRow(row: SignalRow, presenting: Presenting): (string | null)[] {
  return Object.values(COLUMNS).map((present) => {
    const value = present(row, presenting)
    return typeof value === 'number' ? String(value) : value && withoutFormula(value)
  })
}

function localTime(moment: Date | null, { context }: Presenting): string | null {
  return moment && formatLocalTimestamp(moment, context.settings.timeZone).slice(0, 16).replace('T', ' ')
}

function departmentCodes(ids: readonly number[] | null, { reference }: Presenting): string | null {
  return (
    pickDepartments(reference, ids)
      ?.map(({ code }) => code)
      .join(', ') ?? null
  )
}

function contactDetail(value: string | null, { seesContactDetails }: Presenting): string | null {
  return seesContactDetails ? value : maskContact(value)
}
