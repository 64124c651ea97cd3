import { SETTINGS_SECTIONS, type SettingsSection } from '../settings/sections.ts'

export type ScreenName =
  | 'overview'
  | 'route'
  | 'create'
  | 'report'
  | 'split'
  | 'figures'
  | 'settings'
  | 'story'
  | 'news'
  | SettingsSection

const PLACES: readonly (readonly [ScreenName, RegExp])[] = [
  ['overview', /^\/incidents$/],
  ['route', /^\/route(\/|$)/],
  ['create', /^\/incident\/nieuw$/],
  ['split', /^\/incident\/[^/]+\/split$/],
  ['report', /^\/incident\/[^/]+$/],
  ['figures', /^\/signalering(\/|$)/],
  ['story', /^\/uitleg(\/|$)/],
  ['news', /^\/nieuw$/],
  ['settings', /^\/instellingen$/],
]

/** Which screen stands at an address; a list and the forms behind it are one. */
export function findScreen(pathname: string): ScreenName | undefined {
  const path = pathname.replace(/(.)\/$/, '$1')
  const section = /^\/instellingen\/([^/]+)/.exec(path)?.[1]
  if (section !== undefined) return SETTINGS_SECTIONS.find((one) => one.path === section)?.name
  return PLACES.find(([, place]) => place.test(path))?.[0]
}
