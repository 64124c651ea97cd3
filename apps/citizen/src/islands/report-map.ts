import { formatDay, isReportLanguage } from '@signalen/ui'
import { type Map as MapLibre, Marker } from 'maplibre-gl'
import { createMap, readMapSettings } from './map.ts'

/** Reports nearer to one another than this on the screen become one mark. */
const APART_PIXELS = 56
const CLOSEST_ZOOM = 19

interface ShownReport {
  readonly category: string
  /** Path of a picture on this site; empty without one. */
  readonly icon: string
  readonly reportedOn: string
  readonly solvedOn: string | null
  readonly longitude: number
  readonly latitude: number
}

interface Words {
  /** Of a cluster of two. */
  readonly cluster: string
  describe(report: ShownReport): string
  tell(text: string): void
}

/** The reports as marks that can be reached by keyboard; those close together as one with their number. */
export async function showReports(part: HTMLElement, canvas: HTMLElement, tell: (text: string) => void) {
  const settings = readMapSettings(part)
  const response = await fetch(part.dataset.publicMap ?? '')
  if (!response.ok) throw new Error('No reports')
  const reports = (await response.json()) as ShownReport[]
  const map = createMap(canvas, settings, { center: settings.center, zoom: settings.zoom })
  const words = readWords(part, canvas, tell)
  let marks: Marker[] = []
  const draw = () => {
    for (const mark of marks) mark.remove()
    marks = clusterReports(map, reports).map((cluster) => createMark(map, cluster, words))
  }
  map.on('moveend', draw)
  await map.once('load')
  draw()
  map.getCanvas().focus()
}

function readWords({ dataset }: HTMLElement, canvas: HTMLElement, tell: Words['tell']): Words {
  const language = isReportLanguage(dataset.language) ? dataset.language : 'nl'
  const { since = '', solved = '', cluster = '' } = canvas.dataset
  const tellDay = (words: string, day: string) => words.replace('…', formatDay(new Date(day), language))
  return {
    cluster,
    describe: ({ category, reportedOn, solvedOn }) =>
      [category, tellDay(since, reportedOn), solvedOn && tellDay(solved, solvedOn)]
        .filter(Boolean)
        .join(', '),
    tell,
  }
}

interface Cluster {
  readonly x: number
  readonly y: number
  readonly reports: ShownReport[]
}

/** Each mark stands where its first report is, so that marks never lie over one another. */
function clusterReports(map: MapLibre, reports: readonly ShownReport[]): ShownReport[][] {
  const bounds = map.getBounds()
  const clusters: Cluster[] = []
  for (const report of reports) {
    const place: [number, number] = [report.longitude, report.latitude]
    if (!bounds.contains(place)) continue
    const { x, y } = map.project(place)
    if (isCutOff(map, x, y)) continue
    const near = clusters.find((cluster) => Math.hypot(cluster.x - x, cluster.y - y) < APART_PIXELS)
    if (near) near.reports.push(report)
    else clusters.push({ x, y, reports: [report] })
  }
  return clusters.map((cluster) => cluster.reports)
}

const EDGE_PIXELS = 16
const CONTROLS = { width: 64, height: 96 }

/** A mark on the edge, or under the buttons in the corner, could not be pressed well: the map is moved to see it. */
function isCutOff(map: MapLibre, x: number, y: number): boolean {
  const { clientWidth: width, clientHeight: height } = map.getContainer()
  const isOnEdge = Math.min(x, y, width - x, height - y) < EDGE_PIXELS
  return isOnEdge || (x > width - CONTROLS.width && y < CONTROLS.height)
}

function createMark(map: MapLibre, cluster: readonly ShownReport[], words: Words): Marker {
  const [first] = cluster
  if (!first) throw new Error('A cluster without reports')
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'citizen-mark'
  const place: [number, number] = [first.longitude, first.latitude]
  if (cluster.length > 1) button.textContent = String(cluster.length)
  else if (first.icon) button.append(createIcon(first.icon))
  const label =
    cluster.length > 1 ? words.cluster.replace('2', String(cluster.length)) : words.describe(first)
  button.setAttribute('aria-label', label)
  button.addEventListener('click', () => {
    const isClose = cluster.length === 1 || map.getZoom() >= CLOSEST_ZOOM - 0.5
    if (isClose) words.tell(cluster.map(words.describe).join('; '))
    else map.easeTo({ center: place, zoom: Math.min(CLOSEST_ZOOM, map.getZoom() + 2) })
  })
  return new Marker({ element: button }).setLngLat(place).addTo(map)
}

/** What it is about says the label of the mark. */
function createIcon(path: string): HTMLImageElement {
  const icon = document.createElement('img')
  icon.src = path
  icon.alt = ''
  icon.className = 'citizen-mark__icon'
  return icon
}
