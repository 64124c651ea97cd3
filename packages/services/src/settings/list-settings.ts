import type { Actor, WireErrors } from '@signalen/domain'
import type { Context } from '../context.ts'
import { invalid } from '../problem.ts'
import { loadSettings } from './load-settings.ts'
import { saveSettings } from './save-settings.ts'
import { DEFAULT_SETTINGS, type Settings } from './settings.ts'
import { isSettingName, SETTING_NAMES } from './settings-schema.ts'

export interface ListedSetting {
  readonly name: keyof Settings
  readonly value: unknown
  /** What it is when the municipality says nothing. */
  readonly standard: unknown
}

/** Every setting of the municipality, as it counts now. */
export function listSettings({ settings }: Pick<Context, 'settings'>): ListedSetting[] {
  return SETTING_NAMES.map((name) => ({ name, value: settings[name], standard: DEFAULT_SETTINGS[name] }))
}

/** Sets what is given, all or none. */
export async function changeSettings(
  context: Context,
  actor: Actor,
  given: Readonly<Record<string, unknown>>,
): Promise<ListedSetting[]> {
  const unknown = Object.keys(given).filter((name) => !isSettingName(name))
  if (unknown.length > 0) {
    const errors: Record<string, WireErrors> = {}
    for (const name of unknown) errors[name] = ['Deze instelling bestaat niet.']
    throw invalid(errors)
  }
  await saveSettings(context, actor, given)
  return listSettings({ settings: await loadSettings(context.db) })
}
