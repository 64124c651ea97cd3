import { readFileSync } from 'node:fs'
import type { Ask, HttpClient } from '../../test/lib/http-client.ts'
import type { Measurement } from './measure.ts'
import { CONFIG } from './open-target.ts'

export interface Reference {
  /** What the released Django server takes for a single request at 250,000 reports on a machine of this class. */
  readonly referenceMilliseconds?: number
}

export type BenchRequest = Measurement & Reference

export interface Surroundings {
  readonly client: HttpClient
  /** Who sees everything, and who sees what belongs to a department. */
  readonly tokens: { readonly everything: string; readonly department: string }
  readonly reports: number
}

const LIST = '/signals/v1/private/signals'
const PAGE_SIZE = 50
const STATES = ['m', 'i', 'b', 'ingepland', 'h', 'reopened', 'a', 'o']
const STREETS = ['Lindenlaan', 'Eikenstraat', 'Marktplein', 'Havenkade', 'Burgemeesterdreef', 'Rozenhof']
const WORDS = ['afval', 'lantaarnpaal', 'stoeptegel', 'fietspad', 'ratten', 'verkeerslicht']

interface Configuration {
  readonly municipality: { readonly boundingBox: readonly [number, number, number, number] }
  readonly areas: readonly { readonly code: string; readonly type: string }[]
  readonly categories: readonly { readonly slug: string; readonly children: readonly { slug: string }[] }[]
  readonly users: readonly { readonly email: string; readonly isActive: boolean; isSuperuser: boolean }[]
}

const configuration = JSON.parse(readFileSync(CONFIG, 'utf8')) as Configuration

/** What is measured, in this order: reading first, so that it meets the database as it was filled. */
export function listRequests({ client, tokens, reports }: Surroundings): BenchRequest[] {
  const areas = configuration.areas.filter(({ type }) => type === 'district').map(({ code }) => code)
  const subs = configuration.categories.flatMap(({ children }) => children.map(({ slug }) => slug))
  const handlers = configuration.users.filter(({ isActive, isSuperuser }) => isActive && !isSuperuser)
  const get = (path: string, token: string | null = tokens.everything) => expect(client, path, token)
  const list = (query: string) => get(`${LIST}?page_size=${PAGE_SIZE}${query}`)
  const lastPage = Math.floor(reports / PAGE_SIZE)
  const one = (turn: number) => 1 + pick(turn * 7919, reports)
  const among = <Value>(values: readonly Value[], turn: number) => values[pick(turn, values.length)] as Value
  const measured = (name: string, run: (turn: number) => Promise<void>, referenceMilliseconds?: number) => ({
    name,
    run,
    ...(referenceMilliseconds === undefined ? {} : { referenceMilliseconds }),
  })
  return [
    measured('list of the 50 newest', () => list(''), 530),
    measured('list of the 50 newest, of a department', () =>
      get(`${LIST}?page_size=${PAGE_SIZE}`, tokens.department),
    ),
    measured('list by status', (turn) => list(`&status=${among(STATES, turn)}`), 1400),
    measured('list by open statuses', () =>
      list(
        STATES.slice(0, 6)
          .map((state) => `&status=${state}`)
          .join(''),
      ),
    ),
    measured('list by category', (turn) => list(`&category_slug=${among(subs, turn)}`)),
    measured('list by area', (turn) => list(`&area_code=${among(areas, turn)}`)),
    measured('list by text in the address', (turn) => list(`&address_text=${among(STREETS, turn)}`), 800),
    measured('list by period', (turn) => list(period(turn))),
    measured('list by assignee', (turn) => list(`&assigned_user_email=${among(handlers, turn).email}`)),
    measured('list by priority', (turn) => list(`&priority=${among(['high', 'low', 'normal'], turn)}`)),
    measured('list by source', (turn) =>
      list(`&source=${among(['online', 'App', 'Telefoon', 'E-mail'], turn)}`),
    ),
    measured('list by reporter', (turn) => list(`&reporter_email=melder${pick(turn, 500)}@inwoner.example`)),
    measured('list by feedback', () => list('&feedback=not_satisfied')),
    measured('list by punctuality', () => list('&punctuality=late')),
    measured('list by note', (turn) => list(`&note_keyword=${among(STREETS, turn)}`)),
    measured('list by status, category and period', (turn) =>
      list(`&status=o&status=a&category_slug=${among(subs, turn)}${period(turn)}`),
    ),
    measured('list by area and status of a department', (turn) =>
      get(`${LIST}?page_size=${PAGE_SIZE}&area_code=${among(areas, turn)}&status=b`, tokens.department),
    ),
    measured('counts beside filters', () => get(`${LIST}/facets`)),
    measured('counts beside filters, of a period', (turn) => get(`${LIST}/facets?${period(turn).slice(1)}`)),
    measured('list in order of address', () => list('&ordering=address')),
    measured('list in order of priority', () => list('&ordering=priority')),
    measured('list in order of priority, the least first', () => list('&ordering=-priority')),
    measured('page 4,000, or the last', () => list(`&page=${Math.min(4000, lastPage)}`), 6600),
    measured('search', (turn) =>
      get(`/signals/v1/private/search?page_size=${PAGE_SIZE}&q=${among(WORDS, turn)}`),
    ),
    measured('detail', (turn) => get(`${LIST}/${one(turn)}`)),
    measured('history', (turn) => get(`${LIST}/${one(turn)}/history`)),
    measured('likely duplicates', (turn) => get(`${LIST}/${one(turn)}/duplicates`)),
    measured('geography of 4,000', () => get(`${LIST}/geography`), 250),
    measured('public map', () => get(`/signals/v1/public/signals/geography?bbox=4.36,52,4.37,52.01`, null)),
    measured('public categories', () => get('/signals/v1/public/terms/categories', null), 350),
    measured('PDF of one', (turn) => get(`${LIST}/${one(turn)}/pdf`)),
    measured('CSV of two weeks', (turn) => get(`${LIST}.csv?${period(turn).slice(1)}`)),
    measured('create', createReport(client), 475),
  ]
}

export interface ReportChoice {
  /** `main/sub`; by default any but `notIn`. */
  readonly category?: string
  readonly notIn?: string
  /** By default each report has a reporter of its own. */
  readonly email?: string
  /** The network address that it comes from, and that may be told that it sends too many. */
  readonly address?: string
}

export function createReport(client: HttpClient, choice: ReportChoice = {}): (turn: number) => Promise<void> {
  return async (turn) => void (await create(client, turn, choice))
}

/** A note with one of all reports, old ones too. */
export function addNote({ client, tokens, reports }: Surroundings): (turn: number) => Promise<void> {
  return async (turn) => {
    const path = `${LIST}/${1 + pick(turn * 7919, reports)}`
    const headers = { authorization: `Bearer ${tokens.everything}` }
    const body = { notes: [{ text: `Doorgegeven aan de ploeg, beurt ${turn}.` }] }
    await check(client, path, { method: 'PATCH', headers, body }, 200)
  }
}

let made = 0

/** Answers what the server answered. */
export async function create(client: HttpClient, turn: number, choice: ReportChoice = {}): Promise<Buffer> {
  made += 1
  const [west, south, east, north] = configuration.municipality.boundingBox
  const [main, sub] = (choice.category ?? anyCategory(turn, choice.notIn)).split('/')
  const body = {
    text: `De lantaarnpaal voor nummer ${made} doet het niet, al sinds gisteren.`,
    location: {
      geometrie: {
        type: 'Point',
        coordinates: [
          west + ((east - west) * (made % 97)) / 97,
          south + ((north - south) * (made % 89)) / 89,
        ],
      },
      address: {
        openbare_ruimte: 'Lindenlaan',
        huisnummer: 1 + (made % 199),
        postcode: '2600AB',
        woonplaats: 'Waterveste',
      },
    },
    category: {
      sub_category: `/signals/v1/public/terms/categories/${main}/sub_categories/${sub}`,
    },
    reporter: { email: choice.email ?? `melder-${made}@inwoner.example`, sharing_allowed: true },
    incident_date_start: new Date().toISOString(),
  }
  const { address } = choice
  const headers = address === undefined ? {} : { 'x-forwarded-for': address }
  const expected = address === undefined ? [201] : [201, 429]
  return check(client, '/signals/v1/public/signals', { method: 'POST', headers, body }, ...expected)
}

function anyCategory(turn: number, notIn: string | undefined): string {
  const mains = configuration.categories.map(({ slug, children }) =>
    children.map((child) => `${slug}/${child.slug}`).filter((category) => category !== notIn),
  )
  const subs = mains[pick(turn, mains.length)] ?? []
  return subs[pick(turn, subs.length)] ?? ''
}

function period(turn: number): string {
  const from = new Date(Date.now() - (30 + pick(turn, 900)) * 86_400_000).toISOString().slice(0, 10)
  const until = new Date(Date.parse(from) + 14 * 86_400_000).toISOString().slice(0, 10)
  return `&created_after=${from}&created_before=${until}`
}

async function expect(client: HttpClient, path: string, token: string | null): Promise<void> {
  await check(client, path, token === null ? {} : { headers: { authorization: `Bearer ${token}` } }, 200)
}

/** Throws when it is answered otherwise than expected. */
export async function check(
  client: HttpClient,
  path: string,
  ask: Ask,
  ...expected: readonly number[]
): Promise<Buffer> {
  const { status, body } = await client.ask(path, ask)
  if (!expected.includes(status))
    throw new Error(`${path} answered ${status}: ${body.toString().slice(0, 500)}`)
  return body
}

/** The same for the same turn, spread over the range. */
function pick(turn: number, range: number): number {
  return Math.abs(Math.imul(turn + 1, 2_654_435_761) >> 8) % range
}
