import type { MunicipalityHandle } from '@signalen/database'
import { readStoredSettings } from '../../settings/load-settings.ts'
import type { SectionName, StoredConfiguration } from '../configuration.ts'
import type { StoredIcons } from '../icons.ts'
import { asGiven } from '../plan-import.ts'
import { listKeys, SECTION_NAMES } from '../sections.ts'
import { readDepartments, readRoles, readUsers } from './read-accounts.ts'
import { readCategories } from './read-categories.ts'
import { readAreas, readAreaTypes, readSources } from './read-places.ts'
import { readExpressions, readExpressionTypes, readRoutingExpressions } from './read-routing.ts'
import {
  readEmailTemplates,
  readStandardAnswers,
  readStandardAnswerTopics,
  readStatusMessages,
  readStatusMessageTemplates,
} from './read-texts.ts'
import type { StoredRows } from './stored.ts'

type Read<Name extends SectionName> = (
  db: MunicipalityHandle,
  icons: StoredIcons | undefined,
) => Promise<StoredRows<Name>>

const READERS: { readonly [Name in SectionName]: Read<Name> } = {
  roles: readRoles,
  departments: readDepartments,
  users: readUsers,
  categories: readCategories,
  sources: readSources,
  areaTypes: readAreaTypes,
  areas: readAreas,
  expressionTypes: readExpressionTypes,
  expressions: readExpressions,
  routingExpressions: readRoutingExpressions,
  standardAnswerTopics: readStandardAnswerTopics,
  standardAnswers: readStandardAnswers,
  statusMessages: readStatusMessages,
  statusMessageTemplates: readStatusMessageTemplates,
  emailTemplates: readEmailTemplates,
}

export type StoredIds = { readonly [Name in SectionName]: Map<string, number> }

export interface StoredState {
  readonly configuration: StoredConfiguration
  /** By the key of the row. */
  readonly ids: StoredIds
}

/** Everything that a configuration file can say, as it is now. */
export async function readStored(db: MunicipalityHandle, icons?: StoredIcons): Promise<StoredState> {
  const configuration: Record<string, unknown> = { settings: await readStoredSettings(db) }
  const ids: Record<string, Map<string, number>> = {}
  for (const name of SECTION_NAMES) {
    const stored: StoredRows<SectionName> = await READERS[name](db, icons)
    configuration[name] = stored.rows
    ids[name] = mapIds(name, stored)
  }
  return { configuration, ids } as unknown as StoredState
}

function mapIds(name: SectionName, stored: StoredRows<SectionName>): Map<string, number> {
  const keys = listKeys(name, asGiven(stored.rows))
  return new Map(stored.ids.map((id, index) => [keys[index] ?? '', id]))
}
