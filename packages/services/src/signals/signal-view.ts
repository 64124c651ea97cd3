import { allowsContact, type SignalSubject } from '@signalen/domain'
import { anyOf } from '../any-of.ts'
import type { Context } from '../context.ts'
import {
  type CategoryReference,
  type DepartmentView,
  getCategory,
  pickDepartments,
  readReference,
} from './reference.ts'
import type { SignalRow } from './signal-row.ts'
import { subjectOf } from './visibility.ts'

export interface NoteView {
  readonly text: string
  readonly created_by: string | null
}

/** A report with what belongs to it, for lists and details alike. */
export interface SignalView {
  readonly row: SignalRow
  readonly subject: SignalSubject
  readonly category: CategoryReference
  /** Newest first. */
  readonly notes: readonly NoteView[]
  /** Null where there never were any. */
  readonly routingDepartments: readonly DepartmentView[] | null
  readonly directingDepartments: readonly DepartmentView[] | null
  readonly allowsContact: boolean
}

/** Loads what belongs to the reports: one query for all notes, one for whether the reference data changed. */
export async function viewSignals(context: Context, rows: readonly SignalRow[]): Promise<SignalView[]> {
  if (rows.length === 0) return []
  const reference = await readReference(context.db)
  const notes = await findNotes(context, rows)
  return rows.map((row) => ({
    row,
    subject: subjectOf(row, reference),
    category: getCategory(reference, row.category_id),
    notes: notes.get(row.id) ?? [],
    routingDepartments: pickDepartments(reference, row.routing_department_ids),
    directingDepartments: pickDepartments(reference, row.directing_department_ids),
    allowsContact: allowsContact(context.settings, { allowsContact: row.reporter_allows_contact }),
  }))
}

async function findNotes(context: Context, rows: readonly SignalRow[]): Promise<Map<number, NoteView[]>> {
  const ids = rows.map(({ id }) => id)
  const notes = await context.db.kysely
    .selectFrom('signal_history')
    .select(['signal_id', 'text', 'created_by'])
    .where('kind', '=', 'note')
    .where(anyOf('signal_id', ids))
    .orderBy('signal_id')
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  const bySignal = new Map<number, NoteView[]>()
  for (const { signal_id, text, created_by } of notes) {
    const own = bySignal.get(signal_id) ?? []
    own.push({ text: text ?? '', created_by })
    bySignal.set(signal_id, own)
  }
  return bySignal
}
