import {
  type AskedCategory,
  createCategoryPath,
  findIncidentStart,
  findVisibleForm,
  isEmailAddress,
  parseMoment,
  type Question,
  TEXT_LIMITS,
  toExtraProperties,
  type VisibleForm,
} from '@signalen/domain'
import { type FormFields, readFormAnswers } from '@signalen/ui'
import type { Place } from '../components/PlacePicker.tsx'

export interface CreateInput {
  readonly text: string
  readonly categoryId: string
  /** Chosen by a person, so that no suggestion replaces it. */
  readonly isCategoryChosen: boolean
  readonly place: Place | null
  readonly answers: FormFields
  /** `2026-11-24T13:05` on the local clock; empty is now. */
  readonly happenedAt: string
  readonly phone: string
  readonly email: string
  readonly isShared: boolean
  readonly source: string
  readonly priority: string
  readonly type: string
}

export const EMPTY_CREATE: CreateInput = {
  text: '',
  categoryId: '',
  isCategoryChosen: false,
  place: null,
  answers: {},
  happenedAt: '',
  phone: '',
  email: '',
  isShared: false,
  source: '',
  priority: 'normal',
  type: 'SIG',
}

export const CREATE_FIELDS = ['text', 'category', 'place', 'happenedAt', 'email', 'source'] as const
export type CreateField = (typeof CREATE_FIELDS)[number]

/** Which fields are not right yet, in the order of the form. */
export function findCreateFaults(input: CreateInput, now: Date): CreateField[] {
  const isWrong: Readonly<Record<CreateField, boolean>> = {
    text: input.text.trim() === '' || [...input.text.trim()].length > TEXT_LIMITS.signalText,
    category: input.categoryId === '',
    place: input.place === null,
    happenedAt: input.happenedAt !== '' && !(toMoment(input.happenedAt) <= now),
    email: input.email.trim() !== '' && !isEmailAddress(input.email.trim()),
    source: input.source === '',
  }
  return CREATE_FIELDS.filter((field) => isWrong[field])
}

export function findAskedQuestions(
  questions: readonly Question[],
  answers: FormFields,
  { main, sub }: AskedCategory,
): VisibleForm {
  return findVisibleForm({
    questions,
    answers: readFormAnswers(questions, answers),
    facts: { category: main, subcategory: sub },
    isStaff: true,
  })
}

/** The report as the API takes it from staff. */
export function toCreation(input: CreateInput, asked: VisibleForm, category: AskedCategory, now: Date) {
  const asksMoment = asked.questions.some(({ kind }) => kind === 'moment')
  const own = input.happenedAt === '' ? now : toMoment(input.happenedAt)
  const properties = toExtraProperties(asked, category)
  return {
    text: input.text.trim(),
    category: { sub_category: createCategoryPath(category) },
    location: {
      geometrie: { type: 'Point', coordinates: input.place?.coordinates ?? [] },
      address: input.place?.address ?? null,
    },
    reporter: {
      email: input.email.trim() || null,
      phone: input.phone.trim() || null,
      sharing_allowed: input.isShared,
    },
    incident_date_start: (asksMoment ? findIncidentStart(asked, now) : own).toISOString(),
    source: input.source,
    priority: { priority: input.priority },
    type: { code: input.type },
    ...(properties.length > 0 && { extra_properties: properties }),
  }
}

/** On the clock of the municipality, wherever the browser is. */
function toMoment(local: string): Date {
  return new Date(parseMoment(local) ?? Number.NaN)
}
