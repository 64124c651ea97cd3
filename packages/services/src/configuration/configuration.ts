import type { z } from 'zod'
import type { Settings } from '../settings/settings.ts'
import type * as schema from './configuration-schema.ts'

export const CONFIGURATION_FORMAT = 'signalen-configuration'
export const CONFIGURATION_VERSION = 1

type MainCategoryFileRow = Omit<z.infer<typeof schema.mainCategoryRow>, 'children'>

/** The kinds of rows that a configuration file holds, in the order in which they are stored. */
export interface FileRows {
  roles: z.infer<typeof schema.roleRow>
  departments: z.infer<typeof schema.departmentRow>
  users: z.infer<typeof schema.userRow>
  /** The main categories and, each after its own, their subcategories. */
  categories: MainCategoryFileRow & { main: string | null }
  sources: z.infer<typeof schema.sourceRow>
  areaTypes: z.infer<typeof schema.areaTypeRow>
  areas: z.infer<typeof schema.areaRow>
  expressionTypes: z.infer<typeof schema.expressionTypeRow>
  expressions: z.infer<typeof schema.expressionRow>
  routingExpressions: z.infer<typeof schema.routingExpressionRow>
  standardAnswerTopics: z.infer<typeof schema.standardAnswerTopicRow>
  standardAnswers: z.infer<typeof schema.standardAnswerRow>
  statusMessages: z.infer<typeof schema.statusMessageRow>
  statusMessageTemplates: z.infer<typeof schema.statusMessageTemplateRow>
  emailTemplates: z.infer<typeof schema.emailTemplateRow>
}

export type SectionName = keyof FileRows

/** As a row is stored: with every field. */
export type StoredRow<Name extends SectionName> = {
  [Field in keyof FileRows[Name]]-?: Exclude<FileRows[Name][Field], undefined>
}

/** What a file asks for. */
export type GivenConfiguration = { settings: Partial<Settings> } & {
  [Name in SectionName]: readonly FileRows[Name][]
}

/** What a municipality has. */
export type StoredConfiguration = { settings: Partial<Settings> } & {
  [Name in SectionName]: readonly StoredRow<Name>[]
}

export type ShownSettingGroup = 'municipality' | 'settings'

/** The settings that stand under `municipality` in a file; the others stand under `settings`. */
export const MUNICIPALITY_SETTINGS: readonly (keyof Settings)[] = ['name', 'boundingBox', 'idPrefix']

/** The settings that stand in a file on their own. */
export const TOP_LEVEL_SETTINGS = [
  'contact',
  'theme',
  'logo',
  'holidays',
] as const satisfies readonly (keyof Settings)[]
