import type { MunicipalityHandle } from '@signalen/database'
import { createCachedRead } from './reference-cache.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { isSettingName, SETTING_SCHEMAS } from './settings-schema.ts'

/** What the municipality set, and the defaults for the rest. */
export const loadSettings = createCachedRead<Settings>(async (db) => ({
  ...DEFAULT_SETTINGS,
  ...(await readStoredSettings(db)),
}))

/** Only what is set. A value that this version cannot use counts as not set. */
export async function readStoredSettings(db: MunicipalityHandle): Promise<Partial<Settings>> {
  const rows = await db.kysely.selectFrom('setting').select(['key', 'value']).execute()
  return Object.fromEntries(rows.filter(({ key, value }) => isUsable(key, value)).map(toEntry))
}

function isUsable(key: string, value: unknown): boolean {
  return isSettingName(key) && SETTING_SCHEMAS[key].safeParse(value).success
}

function toEntry({ key, value }: { key: string; value: unknown }): [string, unknown] {
  return [key, value]
}
