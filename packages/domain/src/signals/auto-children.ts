import type { StatusCode } from '../status/states.ts'
import { INITIAL_STATUS } from '../status/states.ts'
import type { Address } from './address.ts'
import { type ExtraProperty, isExtraProperties } from './extra-properties.ts'
import type { Position } from './place.ts'

/** How long after a report it is looked at: by then its photos have come too. */
export const AUTO_CHILDREN_DELAY_SECONDS = 30

export interface AutoChildrenSettings {
  readonly splitPerContainer: boolean
  readonly splitPerTree: boolean
  readonly maximumChildren: number
}

export interface SignalToSplit {
  readonly state: StatusCode
  readonly isChild: boolean
  readonly childCount: number
  readonly categorySlug: string
  readonly extraProperties: unknown
}

export interface AutoChild {
  /** The subcategory that it belongs in, within the same main category. */
  readonly categorySlug: string
  readonly extraProperties: readonly ExtraProperty[]
  /** Where the object stands; null when that is not known. */
  readonly position: Position | null
  readonly address: Address | null
}

/** What is full and what is broken, of each kind of container. */
const CONTAINER_CATEGORIES = {
  rest: { full: 'container-is-vol', broken: 'container-is-kapot' },
  papier: { full: 'container-voor-papier-is-vol', broken: 'container-voor-papier-is-stuk' },
  plastic: { full: 'container-voor-plastic-afval-is-vol', broken: 'container-voor-plastic-afval-is-kapot' },
  glas: { full: 'container-glas-vol', broken: 'container-glas-kapot' },
} as const

const FULL: readonly string[] = Object.values(CONTAINER_CATEGORIES).map(({ full }) => full)
const BROKEN: readonly string[] = Object.values(CONTAINER_CATEGORIES).map(({ broken }) => broken)
const TREE_CATEGORY = 'eikenprocessierups'

type Manner = 'container' | 'tree'

const PROPERTIES: Readonly<Record<Manner, { readonly id: string; readonly label: string }>> = {
  container: { id: 'extra_container', label: 'Container(s)' },
  tree: { id: 'extra_eikenprocessierups', label: 'Boom' },
}

/** Whether reports of this category are looked at at all. */
export function mayBeSplit(categorySlug: string, settings: AutoChildrenSettings): boolean {
  return findManner(categorySlug, settings) !== undefined
}

/**
 * A new report about several containers or trees becomes a child for each, as each is another job for the
 * field. None when it is about one, or is no longer new, or somebody divided it already.
 */
export function planAutoChildren(
  signal: SignalToSplit,
  settings: AutoChildrenSettings,
): readonly AutoChild[] {
  const manner = findManner(signal.categorySlug, settings)
  const isWhole = !signal.isChild && signal.childCount === 0 && signal.state === INITIAL_STATUS
  if (!manner || !isWhole || !isExtraProperties(signal.extraProperties)) return []
  const property = signal.extraProperties.find(({ id }) => id === PROPERTIES[manner].id)
  const assets = property ? listAssets(property.answer) : []
  if (!property || assets.length < 2 || assets.length > settings.maximumChildren) return []
  return assets.map((asset) => planChild({ asset, manner, property, parentSlug: signal.categorySlug }))
}

function findManner(slug: string, settings: AutoChildrenSettings): Manner | undefined {
  if (settings.splitPerContainer && (FULL.includes(slug) || BROKEN.includes(slug))) return 'container'
  return settings.splitPerTree && slug === TREE_CATEGORY ? 'tree' : undefined
}

type Asset = Readonly<Record<string, unknown>>

/** Objects that can be told apart; what was chosen twice counts once. */
function listAssets(answer: unknown): Asset[] {
  const byId = new Map<string, Asset>()
  for (const item of Array.isArray(answer) ? answer : [answer]) {
    const id = readId(item)
    if (id !== undefined && !byId.has(id)) byId.set(id, item as Asset)
  }
  return [...byId.values()]
}

function readId(item: unknown): string | undefined {
  const id = typeof item === 'object' && item !== null && 'id' in item ? item.id : undefined
  const text = typeof id === 'number' || typeof id === 'string' ? String(id).trim().toLowerCase() : ''
  return text || undefined
}

interface ChildOf {
  readonly asset: Asset
  readonly manner: Manner
  readonly property: ExtraProperty
  readonly parentSlug: string
}

function planChild({ asset, manner, property, parentSlug }: ChildOf): AutoChild {
  const categorySlug = manner === 'container' ? findContainerCategory(asset, parentSlug) : parentSlug
  const { id, label } = PROPERTIES[manner]
  const category_url = property.category_url.replace(/[^/]+(?=\/?$)/, categorySlug)
  return {
    categorySlug,
    extraProperties: [{ id, label, category_url, answer: [asset] }],
    position: readPosition(asset.coordinates),
    address: readAddress(asset.address),
  }
}

/** A paper container is another category than the report was in, and a broken one stays broken. */
function findContainerCategory({ type }: Asset, parentSlug: string): string {
  const kind = typeof type === 'string' ? type.trim().toLowerCase() : ''
  const known = Object.entries(CONTAINER_CATEGORIES).find(([name]) => kind.startsWith(name))?.[1]
  if (!known) return parentSlug
  return BROKEN.includes(parentSlug) ? known.broken : known.full
}

function readPosition(coordinates: unknown): Position | null {
  const { lat, lng } = Object(coordinates) as Record<string, unknown>
  return typeof lat === 'number' && typeof lng === 'number' && Number.isFinite(lat) && Number.isFinite(lng)
    ? [lng, lat]
    : null
}

const ADDRESS_PARTS = [
  'openbare_ruimte',
  'huisnummer',
  'huisletter',
  'huisnummer_toevoeging',
  'postcode',
  'woonplaats',
] as const

function readAddress(address: unknown): Address | null {
  if (typeof address !== 'object' || address === null) return null
  const parts = ADDRESS_PARTS.flatMap((part) => {
    const value = (address as Record<string, unknown>)[part]
    return typeof value === 'string' || typeof value === 'number' ? [[part, value]] : []
  })
  return parts.length === 0 ? null : (Object.fromEntries(parts) as Address)
}
