import type { MunicipalityHandle } from '@signalen/database'
import { LISTED_PERMISSION_CODES, PERMISSIONS } from '@signalen/domain'
import type { FileStore } from '../ports.ts'
import type { Settings } from '../settings/settings.ts'
import { SETTING_NAMES } from '../settings/settings-schema.ts'
import {
  CONFIGURATION_FORMAT,
  CONFIGURATION_VERSION,
  MUNICIPALITY_SETTINGS,
  type StoredConfiguration,
  type StoredRow,
  TOP_LEVEL_SETTINGS,
} from './configuration.ts'
import { readStoredIcons } from './icons.ts'
import { readStored } from './stored/read-stored.ts'

/** A municipality as one readable file, which `importConfiguration` takes back; with its icons from the store. */
export async function exportConfiguration(db: MunicipalityHandle, files?: FileStore): Promise<string> {
  const icons = files && (await readStoredIcons(db, files))
  const { configuration } = await db.transaction((trx) => readStored(trx, icons))
  return `${JSON.stringify(presentConfiguration(configuration), null, 2)}\n`
}

function presentConfiguration(stored: StoredConfiguration): Record<string, unknown> {
  const { settings, roles, departments, users, categories, ...others } = stored
  return {
    format: CONFIGURATION_FORMAT,
    version: CONFIGURATION_VERSION,
    ...presentSettings(settings),
    permissions: listPermissions(),
    roles,
    departments,
    users,
    categories: presentCategories(categories),
    ...others,
  }
}

function presentSettings(settings: Partial<Settings>): Record<string, unknown> {
  const placed: readonly string[] = [...MUNICIPALITY_SETTINGS, ...TOP_LEVEL_SETTINGS]
  return {
    municipality: pick(settings, MUNICIPALITY_SETTINGS),
    settings: pick(
      settings,
      SETTING_NAMES.filter((name) => !placed.includes(name)),
    ),
    ...pick(settings, TOP_LEVEL_SETTINGS),
  }
}

function pick(settings: Partial<Settings>, names: readonly (keyof Settings)[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => name in settings).map((name) => [name, settings[name]]))
}

function listPermissions() {
  return [...LISTED_PERMISSION_CODES]
    .sort()
    .map((codename) => ({ codename, name: PERMISSIONS[codename].name }))
}

function presentCategories(categories: readonly StoredRow<'categories'>[]): Record<string, unknown>[] {
  const children = Map.groupBy(categories, (category) => category.main)
  return (children.get(null) ?? []).map(({ main: _, ...category }) => ({
    ...category,
    children: (children.get(category.slug) ?? []).map(presentSubcategory),
  }))
}

/** Only a main category has a configuration. */
function presentSubcategory(category: StoredRow<'categories'>): Record<string, unknown> {
  const { main: _main, configuration: _configuration, ...shown } = category
  return shown
}
