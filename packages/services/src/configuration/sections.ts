import { isSameJson, toCanonicalJson } from '@signalen/domain'
import { DEFAULT_HANDLING } from '../categories/handling-codes.ts'
import type { FileRows, SectionName, StoredRow } from './configuration.ts'

export interface Section<Name extends SectionName> {
  /** What one row is called in a sentence. */
  readonly label: string
  /** What makes two rows the same thing, in the file and in the database. */
  keyOf(row: FileRows[Name]): string
  /** What a new row has where the file says nothing. */
  defaultsOf(row: FileRows[Name]): Omit<StoredRow<Name>, RequiredField<Name>>
  /** Several rows may have the same key; they are told apart by their order. */
  readonly mayRepeat?: true
  /** Lists in which the order says nothing. */
  readonly unordered?: readonly (keyof FileRows[Name] & string)[]
  /** A row that says there is nothing, so that there is nothing to store for it. */
  isEmpty?(row: FileRows[Name]): boolean
  /** What is stored when a file changes a row; otherwise what the file says goes. */
  merge?(stored: StoredRow<Name>, given: FileRows[Name]): StoredRow<Name>
}

type RequiredField<Name extends SectionName> = {
  [Field in keyof FileRows[Name]]-?: undefined extends FileRows[Name][Field] ? never : Field
}[keyof FileRows[Name]]

/** Every kind of row, in the order in which they are stored: what is referred to comes first. */
export const SECTIONS: { readonly [Name in SectionName]: Section<Name> } = {
  roles: {
    label: 'role',
    keyOf: ({ name }) => name,
    defaultsOf: () => ({ permissions: [] }),
    unordered: ['permissions'],
  },
  departments: {
    label: 'department',
    keyOf: ({ code }) => code.toLowerCase(),
    defaultsOf: () => ({ isIntern: true, canDirect: false }),
  },
  users: {
    label: 'user',
    keyOf: ({ email }) => email.toLowerCase(),
    defaultsOf: () => ({
      firstName: '',
      lastName: '',
      isActive: true,
      isStaff: false,
      isSuperuser: false,
      note: null,
      notifyOnAssignment: false,
      notifyOnDepartmentAssignment: false,
      permissions: [],
      roles: [],
      departments: [],
    }),
    unordered: ['permissions', 'roles', 'departments'],
  },
  categories: {
    label: 'category',
    keyOf: (row) => categoryKey(row.main ?? row.slug, row.main === null ? null : row.slug),
    defaultsOf: () => ({
      publicName: null,
      isPublicAccessible: false,
      isActive: true,
      handling: DEFAULT_HANDLING,
      handlingMessage: null,
      description: null,
      note: null,
      configuration: null,
      icon: null,
      translations: {},
      serviceLevelObjectives: [],
      departments: [],
      questions: [],
    }),
    unordered: ['departments', 'questions'],
    merge: keepServiceLevelHistory,
  },
  sources: {
    label: 'source',
    keyOf: ({ name }) => name.toLowerCase(),
    defaultsOf: () => ({
      description: '',
      order: null,
      isActive: false,
      canBeSelected: true,
      isPublic: false,
    }),
  },
  areaTypes: {
    label: 'area type',
    keyOf: ({ code }) => code,
    defaultsOf: () => ({ description: '' }),
  },
  areas: {
    label: 'area',
    keyOf: ({ type, code }) => `${type}/${code}`,
    defaultsOf: () => ({ geometry: { type: 'MultiPolygon', coordinates: [] } }),
  },
  expressionTypes: {
    label: 'expression type',
    keyOf: ({ name }) => name,
    defaultsOf: () => ({ description: '', context: [] }),
    unordered: ['context'],
  },
  expressions: {
    label: 'expression',
    keyOf: ({ type, name }) => `${type}/${name}`,
    defaultsOf: () => ({}),
  },
  routingExpressions: {
    label: 'routing expression',
    keyOf: ({ expression }) => expression,
    defaultsOf: () => ({ user: null, order: 0, isActive: false }),
  },
  standardAnswerTopics: {
    label: 'topic of standard answers',
    keyOf: ({ name }) => name,
    defaultsOf: () => ({ description: '', order: 0 }),
  },
  standardAnswers: {
    label: 'standard answer',
    keyOf: ({ text }) => text,
    defaultsOf: () => ({
      isVisible: true,
      isSatisfied: true,
      reopensWhenUnhappy: false,
      openAnswer: false,
      order: 0,
      topic: null,
    }),
  },
  statusMessages: {
    label: 'standard text',
    keyOf: ({ title, state }) => `${title} (${state})`,
    mayRepeat: true,
    defaultsOf: () => ({ active: false, categories: [] }),
    unordered: ['categories'],
  },
  statusMessageTemplates: {
    label: 'standard text of the first generation',
    keyOf: ({ main, sub, state }) => `${categoryKey(main, sub)} (${state})`,
    defaultsOf: () => ({}),
    isEmpty: ({ templates }) => templates.length === 0,
  },
  emailTemplates: {
    label: 'mail template',
    keyOf: ({ key, language }) => (language === 'nl' ? key : `${key} (${language})`),
    defaultsOf: () => ({}),
  },
}

export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[]

export function categoryKey(main: string, sub: string | null): string {
  return sub === null ? main : `${main}/${sub}`
}

/** A key for each row, also where several rows have the same one. */
export function listKeys<Name extends SectionName>(
  name: Name,
  rows: readonly FileRows[Name][],
): readonly string[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const key = SECTIONS[name].keyOf(row)
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return SECTIONS[name].mayRepeat && times > 1 ? `${key} #${times}` : key
  })
}

export function isSameField(
  section: { unordered?: readonly string[] },
  field: string,
  values: FieldPair,
): boolean {
  const isSet = section.unordered?.includes(field)
  return isSameJson(isSet ? sorted(values.left) : values.left, isSet ? sorted(values.right) : values.right)
}

interface FieldPair {
  readonly left: unknown
  readonly right: unknown
}

function sorted(list: unknown): unknown {
  return Array.isArray(list) ? list.map((item) => toCanonicalJson(item)).sort() : list
}

/** Service levels are never taken away: one that differs from the newest is put on top. */
function keepServiceLevelHistory(
  stored: StoredRow<'categories'>,
  given: FileRows['categories'],
): StoredRow<'categories'> {
  const newest = given.serviceLevelObjectives?.at(-1)
  const history = stored.serviceLevelObjectives
  const merged = { ...stored, ...given } as StoredRow<'categories'>
  if (newest === undefined || isSameJson(newest, history.at(-1))) {
    return { ...merged, serviceLevelObjectives: history }
  }
  const levels = history.length === 0 ? given.serviceLevelObjectives : [...history, newest]
  return { ...merged, serviceLevelObjectives: levels ?? [] }
}
