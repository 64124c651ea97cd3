import { isSameJson } from '@signalen/domain'
import type { Settings } from '../settings/settings.ts'
import type {
  FileRows,
  GivenConfiguration,
  SectionName,
  StoredConfiguration,
  StoredRow,
} from './configuration.ts'
import { isSameField, listKeys, SECTION_NAMES, SECTIONS } from './sections.ts'

/** One row that an import makes or changes. */
export interface RowChange<Name extends SectionName = SectionName> {
  readonly section: Name
  readonly key: string
  /** Undefined for a new row. */
  readonly before: StoredRow<Name> | undefined
  /** Which of several stored rows with the same key it is. */
  readonly place: number
  readonly after: StoredRow<Name>
  /** What differs; of a new row nothing. */
  readonly fields: readonly string[]
}

export interface SettingChange {
  readonly name: keyof Settings
  readonly value: unknown
}

export interface ImportPlan {
  readonly settings: readonly SettingChange[]
  readonly rows: { readonly [Name in SectionName]: readonly RowChange<Name>[] }
}

/** What it takes to give a municipality what the file asks for, and nothing else. */
export function planImport(stored: StoredConfiguration, given: GivenConfiguration): ImportPlan {
  const rows = Object.fromEntries(
    SECTION_NAMES.map((name) => [name, planSection(name, stored[name], given[name])]),
  ) as unknown as ImportPlan['rows']
  return { settings: planSettings(stored.settings, given.settings), rows }
}

function planSettings(stored: Partial<Settings>, given: Partial<Settings>): SettingChange[] {
  return (Object.keys(given) as (keyof Settings)[])
    .filter((name) => !(name in stored) || !isSameJson(stored[name], given[name]))
    .map((name) => ({ name, value: given[name] }))
}

function planSection<Name extends SectionName>(
  name: Name,
  stored: readonly StoredRow<Name>[],
  given: readonly FileRows[Name][],
): RowChange<Name>[] {
  const places = new Map(listKeys(name, asGiven(stored)).map((key, place) => [key, place]))
  const keys = listKeys(name, given)
  return given.flatMap((row, index) => {
    const key = keys[index] ?? ''
    const place = places.get(key) ?? -1
    return planRow({ section: name, key, place, before: stored[place] }, row)
  })
}

function planRow<Name extends SectionName>(
  found: Pick<RowChange<Name>, 'section' | 'key' | 'place' | 'before'>,
  given: FileRows[Name],
): RowChange<Name>[] {
  const section = SECTIONS[found.section]
  const { before } = found
  if (before === undefined) {
    if (section.isEmpty?.(given)) return []
    const after = { ...section.defaultsOf(given), ...given } as unknown as StoredRow<Name>
    return [{ ...found, after, fields: [] }]
  }
  const after = section.merge?.(before, given) ?? ({ ...before, ...given } as StoredRow<Name>)
  const fields = (Object.keys(after) as (keyof StoredRow<Name> & string)[]).filter(
    (field) => !isSameField(section, field, { left: before[field], right: after[field] }),
  )
  return fields.length === 0 ? [] : [{ ...found, after, fields }]
}

/** A stored row is a given one that says everything. */
export function asGiven<Name extends SectionName>(
  rows: readonly StoredRow<Name>[],
): readonly FileRows[Name][] {
  return rows as unknown as readonly FileRows[Name][]
}

/** The plan in sentences, for a person who looks before it is done. */
export function describePlan(plan: ImportPlan): string[] {
  const rows = SECTION_NAMES.flatMap((name) => plan.rows[name].map(describeChange))
  return [...plan.settings.map(({ name }) => `setting ${name}: changed`), ...rows]
}

function describeChange({ section, key, before, fields }: RowChange): string {
  const what = `${SECTIONS[section].label} ${shorten(key)}`
  return before === undefined ? `${what}: new` : `${what}: ${fields.join(', ')} changed`
}

function shorten(key: string): string {
  return key.length > 80 ? `${key.slice(0, 79)}…` : key
}
