import type { z } from 'zod'
import type { Settings } from '../settings/settings.ts'
import { isSettingName, SETTING_NAMES, SETTING_SCHEMAS } from '../settings/settings-schema.ts'
import {
  CONFIGURATION_FORMAT,
  CONFIGURATION_VERSION,
  type FileRows,
  type GivenConfiguration,
  MUNICIPALITY_SETTINGS,
  type SectionName,
  TOP_LEVEL_SETTINGS,
} from './configuration.ts'
import * as schema from './configuration-schema.ts'
import { describeIssue } from './describe-issue.ts'
import { type JsonPath, JsonSyntaxFault, type LocatedJson, parseLocatedJson } from './located-json.ts'
import { listKeys, SECTION_NAMES, SECTIONS } from './sections.ts'

/** Something in a configuration file that cannot be, and where it stands. */
export interface ConfigurationFault {
  readonly line: number
  readonly column: number
  /** `users[3].roles[0]`; empty for the file as a whole. */
  readonly path: string
  readonly reason: string
}

export interface ReadConfiguration {
  /** What could be read; rows with a fault are left out. */
  readonly given: GivenConfiguration
  readonly faults: readonly ConfigurationFault[]
  faultAt(path: JsonPath, reason: string): ConfigurationFault
  /** Where a row of `given` stands in the file. */
  pathOf(row: object): JsonPath
}

/** Reads a file on its own: its form, its rows, and rows that stand in it twice. */
export function readConfiguration(text: string): ReadConfiguration {
  try {
    return new ConfigurationReader(parseLocatedJson(text)).read()
  } catch (error) {
    if (!(error instanceof JsonSyntaxFault)) throw error
    const fault = { ...error.position, path: '', reason: `this is no JSON: ${error.message}` }
    return {
      given: emptyConfiguration(),
      faults: [fault],
      faultAt: (_path, reason) => ({ ...fault, reason }),
      pathOf: () => [],
    }
  }
}

const ROW_SCHEMAS: { readonly [Name in Exclude<SectionName, 'categories'>]: z.ZodType<FileRows[Name]> } = {
  roles: schema.roleRow,
  departments: schema.departmentRow,
  users: schema.userRow,
  sources: schema.sourceRow,
  areaTypes: schema.areaTypeRow,
  areas: schema.areaRow,
  expressionTypes: schema.expressionTypeRow,
  expressions: schema.expressionRow,
  routingExpressions: schema.routingExpressionRow,
  standardAnswerTopics: schema.standardAnswerTopicRow,
  standardAnswers: schema.standardAnswerRow,
  statusMessages: schema.statusMessageRow,
  statusMessageTemplates: schema.statusMessageTemplateRow,
  emailTemplates: schema.emailTemplateRow,
}

const TOP_LEVEL_KEYS: readonly string[] = [
  'format',
  'version',
  'municipality',
  'settings',
  'permissions',
  ...TOP_LEVEL_SETTINGS,
  ...SECTION_NAMES,
]

class ConfigurationReader {
  readonly #json: LocatedJson
  readonly #faults: ConfigurationFault[] = []
  readonly #paths = new WeakMap<object, JsonPath>()

  constructor(json: LocatedJson) {
    this.#json = json
  }

  read(): ReadConfiguration {
    for (const path of this.#json.repeatedKeys) this.#add(path, 'stands here twice')
    const given = this.#readWhole(this.#json.value)
    for (const name of SECTION_NAMES) this.#refuseRepeatedRows(name, given[name])
    return {
      given,
      faults: this.#faults,
      faultAt: (path, reason) => this.#faultAt(path, reason),
      pathOf: (row) => this.#paths.get(row) ?? [],
    }
  }

  #readWhole(value: unknown): GivenConfiguration {
    if (!isRecord(value)) {
      this.#add([], 'a configuration file holds one object')
      return emptyConfiguration()
    }
    this.#checkHead(value)
    this.#readRows('permissions', value.permissions, schema.permissionRow)
    const rows = Object.fromEntries(SECTION_NAMES.map((name) => [name, this.#readSection(name, value[name])]))
    return { ...emptyConfiguration(), ...rows, settings: this.#readSettings(value) }
  }

  #checkHead(value: Record<string, unknown>): void {
    if (value.format !== CONFIGURATION_FORMAT) this.#add(['format'], `must be "${CONFIGURATION_FORMAT}"`)
    if (value.version !== CONFIGURATION_VERSION) {
      this.#add(['version'], `must be ${CONFIGURATION_VERSION}: the only version that this program reads`)
    }
    for (const key of Object.keys(value)) {
      if (!TOP_LEVEL_KEYS.includes(key)) this.#add([key], `"${key}" is not a part of a configuration file`)
    }
  }

  #readSettings(value: Record<string, unknown>): Partial<Settings> {
    const municipality = this.#readSettingGroup('municipality', value.municipality, MUNICIPALITY_SETTINGS)
    const placed: readonly string[] = [...MUNICIPALITY_SETTINGS, ...TOP_LEVEL_SETTINGS]
    const others = SETTING_NAMES.filter((name) => !placed.includes(name))
    const settings = this.#readSettingGroup('settings', value.settings, others)
    const own = TOP_LEVEL_SETTINGS.filter((name) => name in value).map((name) =>
      this.#readSetting([name], name, value[name]),
    )
    return Object.fromEntries([...municipality, ...settings, ...own.flat()])
  }

  #readSettingGroup(group: string, value: unknown, names: readonly string[]): [string, unknown][] {
    if (value === undefined) return []
    if (!isRecord(value)) {
      this.#add([group], 'must be an object')
      return []
    }
    return Object.entries(value).flatMap(([name, setting]) => {
      if (names.includes(name)) return this.#readSetting([group, name], name, setting)
      this.#add([group, name], `"${name}" is not a setting that stands under ${group}`)
      return []
    })
  }

  #readSetting(path: JsonPath, name: string, value: unknown): [string, unknown][] {
    if (!isSettingName(name)) return []
    const read = this.#parse(path, value, SETTING_SCHEMAS[name] as z.ZodType)
    return read === undefined ? [] : [[name, read]]
  }

  #readSection(name: SectionName, value: unknown): readonly object[] {
    if (name === 'categories') return this.#readCategories(value)
    return this.#readRows<object>(name, value, ROW_SCHEMAS[name] as z.ZodType<object>)
  }

  #readCategories(value: unknown): FileRows['categories'][] {
    return this.#itemsOf(['categories'], value).flatMap((item, index) => {
      const path = ['categories', index]
      const main = this.#parse(path, item, schema.mainCategoryRow)
      const { children: raw, slug } = (isRecord(item) ? item : {}) as Record<string, unknown>
      const parentSlug = typeof slug === 'string' ? slug : ''
      const children = this.#readRows([...path, 'children'], raw, schema.subcategoryRow)
      const rows = children.map((child) =>
        this.#located({ ...child, main: parentSlug }, this.#paths.get(child) ?? path),
      )
      if (main === undefined) return rows
      const { children: _, ...fields } = main
      return [this.#located({ ...fields, main: null }, path), ...rows]
    })
  }

  #readRows<Row extends object>(at: string | JsonPath, value: unknown, row: z.ZodType<Row>): Row[] {
    const place = typeof at === 'string' ? [at] : at
    return this.#itemsOf(place, value).flatMap((item, index) => {
      const path = [...place, index]
      const read = this.#parse(path, item, row)
      return read === undefined ? [] : [this.#located(read, path)]
    })
  }

  #itemsOf(path: JsonPath, value: unknown): readonly unknown[] {
    if (value === undefined) return []
    if (Array.isArray(value)) return value
    this.#add(path, 'must be a list')
    return []
  }

  #parse<Value>(path: JsonPath, value: unknown, row: z.ZodType<Value>): Value | undefined {
    const result = row.safeParse(value)
    if (result.success) return result.data
    for (const issue of result.error.issues) {
      for (const { at, reason } of describeIssue(issue)) this.#add([...path, ...at], reason)
    }
    return undefined
  }

  #located<Row extends object>(row: Row, path: JsonPath): Row {
    this.#paths.set(row, path)
    return row
  }

  #refuseRepeatedRows<Name extends SectionName>(name: Name, rows: readonly FileRows[Name][]): void {
    if (SECTIONS[name].mayRepeat) return
    const seen = new Set<string>()
    listKeys(name, rows).forEach((key, index) => {
      const row = rows[index]
      if (seen.has(key) && row)
        this.#add(this.#paths.get(row) ?? [], `${SECTIONS[name].label} ${key} stands here twice`)
      seen.add(key)
    })
  }

  #add(path: JsonPath, reason: string): void {
    this.#faults.push(this.#faultAt(path, reason))
  }

  #faultAt(path: JsonPath, reason: string): ConfigurationFault {
    return { ...this.#json.positionOf(path), path: showPath(path), reason }
  }
}

export function showPath(path: JsonPath): string {
  return path
    .map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('')
}

function emptyConfiguration(): GivenConfiguration {
  const rows = Object.fromEntries(SECTION_NAMES.map((name) => [name, []]))
  return { ...rows, settings: {} } as unknown as GivenConfiguration
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
