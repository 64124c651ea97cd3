import {
  type AskOptions,
  createTestContext,
  type DatabaseContext,
  loadConfiguration,
  openStaffApi,
  type StaffApi,
  type TestContext,
} from '@signalen/testkit'
import type { Settings } from '../settings/settings.ts'

const square = (west: number, south: number, east: number, north: number) => ({
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ],
})

const EVERYTHING = [
  'sia_read',
  'sia_write',
  'sia_split',
  'sia_signal_create_initial',
  'sia_signal_create_note',
  'sia_signal_change_status',
  'sia_signal_change_category',
  'sia_add_attachment',
  'sia_change_attachment',
  'sia_can_view_contact_details',
]

export const HANDLER = 'behandelaar@waterveste.example'
export const OTHER_HANDLER = 'elders@waterveste.example'
export const READER = 'kijker@waterveste.example'

/** A small town: two departments that see each other's work only where they share it. */
const TOWN = {
  departments: [
    { code: 'AFV', name: 'Afval' },
    { code: 'STW', name: 'Stadswerken' },
    { code: 'VTH', name: 'Handhaving' },
  ],
  users: [
    { email: HANDLER, departments: ['AFV'], permissions: EVERYTHING },
    { email: OTHER_HANDLER, departments: ['VTH'], permissions: EVERYTHING },
    { email: READER, departments: ['AFV'], permissions: ['sia_read'] },
  ],
  sources: [
    { name: 'online', isActive: true, isPublic: true },
    { name: 'Telefoon', isActive: true },
    { name: 'Fax', isActive: false },
  ],
  categories: [
    {
      slug: 'afval',
      name: 'Afval',
      children: [
        {
          slug: 'grofvuil',
          name: 'Grofvuil',
          handlingMessage: 'Wij komen binnen 3 werkdagen.',
          serviceLevelObjectives: [{ days: 3, useCalendarDays: false }],
          departments: [{ code: 'AFV', isResponsible: true, canView: true }],
        },
        {
          slug: 'prullenbak',
          name: 'Prullenbak',
          departments: [
            { code: 'AFV', isResponsible: true, canView: true },
            { code: 'STW', canView: true },
          ],
        },
      ],
    },
    {
      slug: 'wegen',
      name: 'Wegen',
      publicName: 'Straten en pleinen',
      children: [
        {
          slug: 'lantaarnpaal',
          name: 'Lantaarnpaal',
          publicName: 'Lantaarnpaal kapot',
          isPublicAccessible: true,
          serviceLevelObjectives: [{ days: 21, useCalendarDays: true }],
          departments: [{ code: 'STW', isResponsible: true, canView: true }],
        },
      ],
    },
  ],
  areaTypes: [{ code: 'district', name: 'Wijk' }],
  areas: [
    { code: 'W', name: 'West', type: 'district', geometry: square(4.8, 52.3, 4.9, 52.4) },
    { code: 'O', name: 'Oost', type: 'district', geometry: square(4.9, 52.3, 5, 52.4) },
  ],
}

export interface TestTown extends TestContext {
  readonly api: StaffApi
}

export async function openTown(
  database: DatabaseContext,
  settings: Partial<Settings> = {},
): Promise<TestTown> {
  await database.reset()
  const test = createTestContext(database.municipality, { settings })
  await loadConfiguration(test.context, TOWN)
  return { ...test, api: await openStaffApi(test.context) }
}

let counter = 0

/** A report as a form sends it; each one a little different, so that none counts as sent twice. */
export function report(changes: Readonly<Record<string, unknown>> = {}) {
  counter++
  return {
    text: `Er staat een bankstel op straat (${counter})`,
    location: { geometrie: { type: 'Point', coordinates: [4.85, 52.35] } },
    category: { sub_category: categoryAddress('afval', 'grofvuil') },
    reporter: {},
    incident_date_start: '2026-11-24T09:00:00+01:00',
    ...changes,
  }
}

export function categoryAddress(main: string, sub: string): string {
  return `/signals/v1/public/terms/categories/${main}/sub_categories/${sub}`
}

/** Makes a report as staff do. Answers its number. */
export async function makeSignal(
  { api }: TestTown,
  changes: Readonly<Record<string, unknown>> = {},
  options: AskOptions = {},
): Promise<number> {
  const made = await api.ask('POST', '/private/signals', { ...options, body: report(changes) })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  return made.body.id
}
