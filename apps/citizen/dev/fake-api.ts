/**
 * A stand-in for the API while the pages are developed and tested alone: the demonstration municipality's
 * categories and questions, a handful of addresses, and answers in the recorded shapes.
 */
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ApiFetch, CitizenSite } from '../src/options.ts'

const DEMO = join(import.meta.dirname, '..', '..', '..', 'demo')

interface DemoCategory {
  readonly slug: string
  readonly name: string
  readonly publicName?: string | null
  readonly isActive: boolean
  readonly handlingMessage?: string
  readonly description?: string
  readonly children?: readonly DemoCategory[]
  readonly questions?: readonly { key: string; fieldType: string; meta: unknown; required: boolean }[]
}

const municipality = JSON.parse(readFileSync(join(DEMO, 'municipality.json'), 'utf8')) as {
  readonly categories: readonly DemoCategory[]
}

export interface FakeApi {
  readonly fetch: ApiFetch
  /** What was sent, in order. */
  readonly reports: { body: Record<string, unknown>; key: string | null; number: string }[]
  readonly photos: string[]
  readonly feedback: unknown[]
  /** Mail that was asked for. */
  readonly subscriptions: Record<string, unknown>[]
  /** The next calls to paths that begin so answer with this status. */
  breakNext(path: string, status: number, body?: unknown): void
}

export function createFakeApi(): FakeApi {
  const reports: FakeApi['reports'] = []
  const photos: string[] = []
  const feedback: unknown[] = []
  const subscriptions: Record<string, unknown>[] = []
  const broken: { path: string; status: number; body: unknown }[] = []

  async function answer(url: URL, init: RequestInit): Promise<Response> {
    const at = broken.findIndex(({ path }) => url.pathname.startsWith(path))
    const [fault] = at < 0 ? [] : broken.splice(at, 1)
    if (fault) return json(fault.body, fault.status)
    const path = url.pathname.replace(/\/$/, '')
    if (path === '/signals/v1/public/terms/categories') return json(presentCategories())
    if (path === '/signals/v1/public/questions') return json(presentQuestions(url.searchParams))
    if (path === '/signals/v1/public/urgency') return json(findUrgency(await readBody(init)))
    if (path === '/signals/category/prediction') return json(predict(await readBody(init)))
    if (path === '/signals/v1/public/addresses') return json(search(url.searchParams.get('q') ?? ''))
    if (path === '/signals/v1/public/addresses/nearest') return json({ results: [ADDRESSES[0]] })
    if (path === '/signals/v1/public/signals') return json(create(await readBody(init), init), 201)
    if (path.endsWith('/attachments')) return attach(init)
    if (path.endsWith('/progress')) return path.includes('weg') ? json({}, 404) : json(PROGRESS)
    if (path.startsWith('/signals/v1/public/feedback/forms/')) return feedbackForm(path, init)
    if (path === '/signals/v1/public/feedback/standard_answers') return json({ results: STANDARD_ANSWERS })
    if (path === '/signals/v1/public/map') return json(presentMap(url.searchParams))
    if (path === '/signals/v1/public/figures') return json(FIGURES)
    if (path === '/signals/v1/public/signals/nearby') return json(NEARBY)
    if (path === '/signals/v1/public/subscriptions') return subscribe(init)
    if (path.startsWith('/signals/v1/public/subscriptions/')) return pressLink(init)
    if (path === '/signals/v1/public/areas/geography') return json(AREAS)
    if (path.startsWith('/demo/objects/')) return json(OBJECTS)
    return json({ detail: 'Niet gevonden.' }, 404)
  }

  function create(body: Record<string, unknown>, init: RequestInit) {
    const key = new Headers(init.headers).get('idempotency-key')
    const known = reports.find((report) => report.key === key)
    const number = known?.number ?? `WV-${reports.length + 1}`
    if (!known) reports.push({ body, key, number })
    return { _display: number, id: reports.length, id_display: number, signal_id: randomUUID() }
  }

  async function subscribe(init: RequestInit): Promise<Response> {
    const body = await readBody(init)
    if (body.report === 'f'.repeat(32)) return json({ report: ['weg'] }, 400)
    subscriptions.push(body)
    return new Response(null, { status: 202 })
  }

  function attach(init: RequestInit): Response {
    const file = (init.body as FormData).get('file') as File
    photos.push(file.name)
    return json({ is_image: true }, 201)
  }

  async function feedbackForm(path: string, init: RequestInit): Promise<Response> {
    const token = path.split('/').at(-1)
    if (token === 'gebruikt') return json({ detail: 'filled out' }, 410)
    if (token === 'laat') return json({ detail: 'too late' }, 410)
    if (token !== 'open') return json({ detail: 'No Feedback matches the given query.' }, 404)
    if (init.method === 'PUT') feedback.push(await readBody(init))
    return json({ signal_id: randomUUID() })
  }

  return {
    fetch: (path, init = {}) => answer(new URL(path, 'http://api.example'), init),
    reports,
    photos,
    feedback,
    subscriptions,
    breakNext: (path, status, body = { detail: 'stuk' }) => broken.push({ path, status, body }),
  }
}

function json(body: unknown, status = 200): Response {
  return Response.json(body, { status })
}

async function readBody(init: RequestInit): Promise<Record<string, unknown>> {
  return JSON.parse(String(init.body))
}

function presentCategories() {
  const results = municipality.categories.map((main) => ({
    slug: main.slug,
    name: main.name,
    public_name: main.publicName ?? null,
    sub_categories: (main.children ?? []).map((sub) => ({
      slug: sub.slug,
      name: sub.name,
      public_name: sub.publicName ?? null,
      is_active: sub.isActive,
      handling_message: sub.handlingMessage ?? '',
      description: sub.description ?? null,
    })),
  }))
  return { count: results.length, results }
}

function presentQuestions(query: URLSearchParams) {
  const main = municipality.categories.find(({ slug }) => slug === query.get('main_slug'))
  const sub = main?.children?.find(({ slug }) => slug === query.get('sub_slug'))
  const results = [...(sub?.questions ?? []), ...(main?.questions ?? [])].map(({ fieldType, ...rest }) => ({
    ...rest,
    field_type: fieldType,
  }))
  return { count: results.length, results }
}

const PREDICTIONS: readonly (readonly [RegExp, string, string])[] = [
  [
    /lantaarn|lamp|verlichting|street light/i,
    'wegen-verkeer-straatmeubilair',
    'lantaarnpaal-straatverlichting',
  ],
  [/container/i, 'afval', 'container-is-vol'],
  [/wesp/i, 'overlast-van-dieren', 'wespen'],
  [/muziek|geluid/i, 'overlast-bedrijven-en-horeca', 'geluidsoverlast-muziek'],
  [/dood|dode/i, 'overlast-van-dieren', 'dode-dieren'],
]

function predict({ text }: Record<string, unknown>) {
  const [, main, sub] = PREDICTIONS.find(([words]) => words.test(String(text))) ?? []
  const base = 'http://api.example/signals/v1/public/terms/categories'
  if (!main)
    return {
      hoofdrubriek: [[`${base}/overig`], [0.2]],
      subrubriek: [[`${base}/overig/sub_categories/overig`], [0.2]],
    }
  return {
    hoofdrubriek: [[`${base}/${main}`], [0.9]],
    subrubriek: [[`${base}/${main}/sub_categories/${sub}`], [0.8]],
  }
}

function address(street: string, number: number, postcode: string, point: readonly [number, number]) {
  return {
    id: `${postcode}-${number}`,
    display: `${street} ${number}, ${postcode.slice(0, 4)} ${postcode.slice(4)} Waterveste`,
    address: { openbare_ruimte: street, huisnummer: number, postcode, woonplaats: 'Waterveste' },
    geometrie: { type: 'Point', coordinates: point },
  }
}

const ADDRESSES = [
  address('Markt', 87, '2611GW', [4.3592, 52.0116]),
  address('Oude Delft', 12, '2611CD', [4.3558, 52.0096]),
  address('Oude Delft', 14, '2611CD', [4.3556, 52.0098]),
  address('Verweg', 1, '9999ZZ', [6.5, 53.2]),
]

function search(query: string) {
  const words = query.toLowerCase().split(/\s+/)
  return {
    results: ADDRESSES.filter(({ display }) => words.every((word) => display.toLowerCase().includes(word))),
  }
}

async function pressLink(init: RequestInit): Promise<Response> {
  const { token } = await readBody(init)
  if (token === 'laat') return json({ detail: 'verlopen' }, 410)
  return token === 'goed' ? json({ kind: 'report' }) : json({ detail: 'onbekend' }, 404)
}

const PROGRESS = {
  id_display: 'WV-1',
  news: 'busy',
  created_at: '2026-11-20T10:00:00+01:00',
  since: '2026-11-23T10:00:00+01:00',
  category: {
    name: 'Straatverlichting',
    slug: 'lantaarnpaal-straatverlichting',
    parent: { name: 'Wegen', slug: 'wegen-verkeer-straatmeubilair' },
  },
}

const NEARBY = {
  results: [50, 25].map((within_metres, index) => ({
    category: {
      name: 'Straatverlichting',
      slug: 'lantaarnpaal-straatverlichting',
      parent: { name: 'Wegen', slug: 'wegen-verkeer-straatmeubilair' },
    },
    status: { state: 'OPEN', state_display: 'Open' },
    reported_on: '2026-11-20',
    within_metres,
    reference: String(index + 1).repeat(32),
  })),
}

/** Two street lights near the Markt, one of them solved, and rubbish further to the south. */
const REPORTS = [
  publicReport('Straatverlichting', 'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting', 52.0118),
  publicReport('Straatverlichting', 'wegen-verkeer-straatmeubilair/lantaarnpaal-straatverlichting', 52.0119),
  ...Array.from({ length: 25 }, (_, index) =>
    publicReport('Container vol', 'afval/container-is-vol', 51.98 + index / 10_000),
  ),
]

function publicReport(name: string, slugs: string, latitude: number) {
  const [main = '', sub = ''] = slugs.split('/')
  return {
    category: { name, slug: sub, parent: { name: main, slug: main } },
    icon: sub === 'container-is-vol' ? '/signals/v1/public/category-icons/container.svg' : null,
    reported_on: '2026-11-20',
    solved_on: null as string | null,
    longitude: 4.3592,
    latitude,
    reference: String(Math.round(latitude * 10_000)).padStart(32, '0') as string | null,
  }
}

function presentMap(query: URLSearchParams) {
  const reports = REPORTS.filter(({ category }) =>
    [null, category.parent.slug].includes(query.get('category')),
  )
  if (query.get('state') !== 'solved')
    return { results: query.get('days') === '7' ? reports.slice(0, 3) : reports }
  return { results: reports.slice(0, 1).map((one) => ({ ...one, solved_on: '2026-11-22', reference: null })) }
}

const FIGURES = {
  made_at: '2026-11-24T04:00:00+01:00',
  from: '2025-11-24',
  until: '2026-11-24',
  total: { reported: 1234, solved: 1000, median_days: 2.5, satisfied_percent: 71 },
  months: [{ month: '2026-11', reported: 120, solved: null }],
  categories: [
    { name: 'Afval', slug: 'afval', reported: 800, solved: 700, median_days: 1, satisfied_percent: null },
  ],
}

const AREAS = {
  type: 'FeatureCollection',
  features: [area('Binnenstad', '11', 52.0, 52.02), area('Buitenhof', '25', 51.97, 52.0)],
}

function area(name: string, code: string, south: number, north: number) {
  const [west, east] = [4.34, 4.38]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return {
    type: 'Feature',
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
    properties: { name, code, type: { id: 1, name: 'Wijk', code: 'district' } },
  }
}

const STANDARD_ANSWERS = [
  { text: 'Het probleem is goed opgelost.', topic: 'Het resultaat', is_satisfied: true, open_answer: false },
  { text: 'De uitleg was duidelijk', topic: 'Het contact', is_satisfied: true, open_answer: false },
  { text: 'Het probleem is niet opgelost', topic: 'Het resultaat', is_satisfied: false, open_answer: false },
  { text: 'Ik heb te lang moeten wachten', topic: 'De snelheid', is_satisfied: false, open_answer: false },
]

const OBJECTS = {
  type: 'FeatureCollection',
  features: [1, 2, 3].map((number) => ({
    type: 'Feature',
    properties: { id: `L100${number}`, type: ['lamp', 'rest', 'glas'][number - 1], street: 'Markt' },
    geometry: { type: 'Point', coordinates: [4.3592 + number / 10_000, 52.0116] },
  })),
}

export const FAKE_SITE: CitizenSite = {
  municipality: 'Gemeente Waterveste',
  map: {
    tiles: '/tiles/{z}/{x}/{y}.png',
    attribution: 'Kaartgegevens: demonstratie',
    center: [4.3592, 52.0116],
    zoom: 15,
    bounds: [4.315, 51.965, 4.41, 52.034],
  },
  contact: {
    name: 'Klantcontactcentrum Gemeente Waterveste',
    phone: '015 000 00 00',
    email: 'meldingen@waterveste.example',
    emergencyNumber: '112',
    website: 'https://www.waterveste.example',
  },
  theme: {},
  publicMap: true,
  languages: ['nl', 'en', 'tr', 'pl', 'uk', 'ar'],
}

/** One word of this municipality, for which it has a number of its own. */
function findUrgency({ text }: Record<string, unknown>) {
  const isUrgent = /sluisdeur/.test(String(text))
  return { matches: [], show_duty_number: isUrgent, duty_number: isUrgent ? '015 111 22 33' : null }
}
