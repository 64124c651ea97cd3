import { type AssetAnswer, type AssetQuestion, fillAssetEndpoint } from '@signalen/domain'
import { readAssets, writeAssetValue } from '@signalen/ui'
import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { announce } from './announce.ts'
import { CLOSE_BY, createMap, readMapSettings, readPoint } from './map.ts'

/** Further out there would be too many objects to point at one. */
const LEAST_ZOOM = 15.5

export interface ObjectMapParts {
  readonly question: AssetQuestion
  /** Has the settings of the map and the chosen place. */
  readonly place: HTMLElement
  readonly canvas: HTMLElement
  /** The list of the same objects; what is chosen is chosen there. */
  readonly list: HTMLElement
}

/** The objects of a question as buttons on the map, which do the same as the list beside it. */
export async function showObjects({ question, place, canvas, list }: ObjectMapParts): Promise<void> {
  const settings = readMapSettings(place)
  const map = createMap(canvas, settings, { center: readPoint(place) ?? settings.center, zoom: CLOSE_BY })
  const buttons = new Map<string, HTMLButtonElement>()
  const add = (asset: AssetAnswer) => {
    if (buttons.has(asset.id) || !asset.coordinates) return
    const button = createButton(question, asset)
    button.addEventListener('click', () => toggle({ question, asset, list, canvas }))
    buttons.set(asset.id, button)
    new Marker({ element: button }).setLngLat(asset.coordinates).addTo(map)
  }
  const update = () => {
    const chosen = new Set(readList(list).flatMap(({ input, asset }) => (input.checked ? [asset.id] : [])))
    for (const [id, button] of buttons) button.setAttribute('aria-pressed', String(chosen.has(id)))
  }
  const load = async () => {
    for (const asset of await fetchObjects(map, question)) add(asset)
    update()
  }
  for (const { asset } of readList(list)) add(asset)
  update()
  list.addEventListener('change', update)
  // What cannot be fetched stays away; the list has what is nearest.
  map.on('moveend', () => void load().catch(() => {}))
  await map.once('load')
  map.getCanvas().focus()
}

async function fetchObjects(map: MapLibre, question: AssetQuestion): Promise<AssetAnswer[]> {
  if (map.getZoom() < LEAST_ZOOM || !question.endpoint?.startsWith('/')) return []
  const bounds = map.getBounds()
  const [west, south, east, north] = [
    bounds.getWest(),
    bounds.getSouth(),
    bounds.getEast(),
    bounds.getNorth(),
  ]
  const response = await fetch(fillAssetEndpoint(question.endpoint, { west, south, east, north }))
  return response.ok ? readAssets(question, await response.json()) : []
}

function createButton({ featureTypes }: AssetQuestion, { type, label, id }: AssetAnswer): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'citizen-object'
  button.dataset.object = id
  button.setAttribute('aria-label', label ?? id)
  const iconUrl = featureTypes.find(({ typeValue }) => typeValue === type)?.iconUrl
  button.append(createIcon(iconUrl))
  return button
}

/** Pictures come from our own server only; without one there is a dot. */
function createIcon(url: string | undefined): Node {
  if (!url?.startsWith('/')) return document.createTextNode('●')
  const icon = document.createElement('img')
  icon.src = url
  icon.alt = ''
  icon.addEventListener('error', () => icon.replaceWith('●'))
  return icon
}

interface ListedObject {
  readonly input: HTMLInputElement
  readonly asset: AssetAnswer
}

function readList(list: HTMLElement): ListedObject[] {
  const inputs = [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  return inputs.map((input) => ({ input, asset: JSON.parse(input.value) as AssetAnswer }))
}

interface Choice {
  readonly question: AssetQuestion
  readonly asset: AssetAnswer
  readonly list: HTMLElement
  readonly canvas: HTMLElement
}

function toggle({ question, asset, list, canvas }: Choice): void {
  const listed = readList(list)
  const input = listed.find((known) => known.asset.id === asset.id)?.input ?? addToList(list, asset)
  const chosen = listed.filter((known) => known.input.checked && known.input !== input)
  const isFull = !input.checked && chosen.length >= question.most
  if (isFull && question.most > 1) {
    announce(canvas.dataset.most ?? '')
    return
  }
  if (isFull) for (const other of chosen) other.input.checked = false
  input.checked = !input.checked
  // What is chosen on the map is to be seen in the list.
  if (input.checked) input.closest('details')?.setAttribute('open', '')
  input.dispatchEvent(new Event('input', { bubbles: true }))
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

/** An object from further on the map comes at the end of the list, made like the others. */
function addToList(list: HTMLElement, asset: AssetAnswer): HTMLInputElement {
  const options = list.querySelectorAll<HTMLElement>('.signalen-option')
  const last = options[options.length - 1]
  const option = last?.cloneNode(true) as HTMLElement
  const input = option.querySelector('input') as HTMLInputElement
  input.id = `${input.id}-${asset.id}`
  input.value = writeAssetValue(asset)
  input.checked = false
  const words = option.querySelector('span [lang], span')
  if (words) words.textContent = asset.label ?? asset.id
  last?.after(option)
  return input
}
