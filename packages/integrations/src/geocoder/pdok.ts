import type { Address, FoundAddress, Geocoder, Point, SearchArea } from '@signalen/services'
import { isSameHouse } from './house-number.ts'

export interface PdokOptions {
  /** Address of the Locatieserver, without a slash at the end. */
  readonly url: string
  readonly timeoutMilliseconds?: number | undefined
  readonly fetch?: typeof fetch | undefined
}

type Parameter = [name: string, value: string]

const FIELDS = [
  'id',
  'weergavenaam',
  'straatnaam',
  'huisnummer',
  'huisletter',
  'huisnummertoevoeging',
  'postcode',
  'woonplaatsnaam',
  'centroide_ll',
].join(',')

const ADDRESS_FILTERS = ['bron:BAG', 'type:adres']
const REVERSE_METRES = 50

/** The national register of addresses, by PDOK's Locatieserver (version 3.1). */
export function createPdokGeocoder(options: PdokOptions): Geocoder {
  const { url, timeoutMilliseconds = 1500 } = options
  const send = options.fetch ?? fetch

  async function ask(path: string, parameters: readonly Parameter[]): Promise<FoundAddress[]> {
    const query = new URLSearchParams([['fl', FIELDS], ...parameters])
    const response = await send(`${url}/${path}?${query}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(timeoutMilliseconds),
    })
    if (!response.ok) throw new Error(`the Locatieserver answered ${response.status}`)
    return readAnswer(await response.json())
  }

  return {
    suggest: (text, area) =>
      ask('suggest', [['q', text], ['rows', '10'], ...filters(area), ...nearby(area?.near)]),

    async reverse({ longitude, latitude }) {
      const [nearest] = await ask('reverse', [
        ['lon', String(longitude)],
        ['lat', String(latitude)],
        ['type', 'adres'],
        ['distance', String(REVERSE_METRES)],
        ['rows', '1'],
      ])
      return nearest
    },

    async check(address, point, area) {
      const found = await ask('suggest', [
        ['q', describe(address)],
        ['rows', '5'],
        ...filters(area),
        ...exactly('woonplaatsnaam', address.woonplaats),
        ...exactly('postcode', address.postcode?.replaceAll(' ', '').toUpperCase()),
        ...nearby(point),
      ])
      return found.find((candidate) => isSameHouse(address, candidate.address)) ?? 'unknown'
    },
  }
}

function describe({ openbare_ruimte, huisnummer, huisletter, huisnummer_toevoeging }: Address): string {
  const addition = huisnummer_toevoeging ? `-${huisnummer_toevoeging}` : ''
  return `${openbare_ruimte ?? ''} ${huisnummer ?? ''}${huisletter ?? ''}${addition}`.trim()
}

function filters(area: SearchArea | undefined): Parameter[] {
  const names = (area?.municipalities ?? []).map(quote)
  const places = names.length === 0 ? [] : [`gemeentenaam:(${names.join(' ')})`]
  return [...ADDRESS_FILTERS, ...places].map((filter) => ['fq', filter])
}

function exactly(field: string, value: string | undefined): Parameter[] {
  return value ? [['fq', `${field}:${quote(value)}`]] : []
}

/** The search language of the server gives meaning to signs; between quotes only to these two. */
function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`
}

function nearby(point: Point | undefined): Parameter[] {
  return point
    ? [
        ['lon', String(point.longitude)],
        ['lat', String(point.latitude)],
      ]
    : []
}

/** What does not look like an address is left out; what does not look like an answer is a fault. */
function readAnswer(answer: unknown): FoundAddress[] {
  const documents = (answer as { response?: { docs?: unknown } } | null)?.response?.docs
  if (!Array.isArray(documents)) throw new Error('the Locatieserver answered something else')
  return documents.flatMap((document: Record<string, unknown>) => readAddress(document))
}

function readAddress(document: Record<string, unknown>): FoundAddress[] {
  const point = readPoint(document.centroide_ll)
  const text = (field: string) => (document[field] == null ? '' : String(document[field]))
  if (!point || text('straatnaam') === '') return []
  const address = {
    openbare_ruimte: text('straatnaam'),
    huisnummer: text('huisnummer'),
    huisletter: text('huisletter'),
    huisnummer_toevoeging: text('huisnummertoevoeging'),
    postcode: text('postcode'),
    woonplaats: text('woonplaatsnaam'),
  }
  return [{ id: text('id'), display: text('weergavenaam'), address, point }]
}

function readPoint(value: unknown): Point | undefined {
  const [, longitude, latitude] = /^POINT\s*\((-?[\d.]+) (-?[\d.]+)\)$/.exec(String(value)) ?? []
  return longitude === undefined ? undefined : { longitude: Number(longitude), latitude: Number(latitude) }
}
