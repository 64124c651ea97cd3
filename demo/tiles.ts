import { readFileSync } from 'node:fs'
import type { FeatureCollection } from 'geojson'
import type { Point } from './geometry.ts'
import type { Frame } from './map/clip.ts'
import { clipArea, clipLine } from './map/clip.ts'
import type { Label } from './map/labels.ts'
import { placeLabels } from './map/labels.ts'
import { pixelsPerMetre, TILE, worldSize } from './map/mercator.ts'
import type { Box, Part } from './map/parts.ts'
import { indexParts } from './map/parts.ts'
import type { Paint } from './map/style.ts'
import { FONT, LAND, PAINTS } from './map/style.ts'

/** Draws one tile of 256 by 256 pixels as SVG. */
export type RenderTile = (zoom: number, x: number, y: number) => string

const MARGIN = 24

/** A map becomes a function from tile to picture; texts are placed once per zoom, when it is first asked for. */
export function createTileRenderer(map: FeatureCollection): RenderTile {
  const index = indexParts(map)
  const labelsByZoom = new Map<number, Label[]>()
  return (zoom, x, y) => {
    const labels = labelsByZoom.get(zoom) ?? placeLabels(index.all, zoom)
    labelsByZoom.set(zoom, labels)
    const parts = index.find(tileBox(zoom, x, y))
    const origin: Point = [x * TILE, y * TILE]
    const drawn = PAINTS.flatMap((paint) => drawPaint(paint, parts, { zoom, origin }))
    return svg([...drawn, ...labels.flatMap((label) => drawLabel(label, origin))])
  }
}

let renderer: RenderTile | undefined

/** The built-in map of the demonstration town. */
export function renderTile(zoom: number, x: number, y: number): string {
  renderer ??= createTileRenderer(
    JSON.parse(readFileSync(new URL('basemap.geojson', import.meta.url), 'utf8')),
  )
  return renderer(zoom, x, y)
}

function svg(content: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${TILE}" height="${TILE}" viewBox="0 0 ${TILE} ${TILE}" stroke-linejoin="round" stroke-linecap="round"><rect width="${TILE}" height="${TILE}" fill="${LAND}"/>${content.join('')}</svg>`
}

function tileBox(zoom: number, x: number, y: number): Box {
  const margin = MARGIN / TILE
  const count = 2 ** zoom
  return [(x - margin) / count, (y - margin) / count, (x + 1 + margin) / count, (y + 1 + margin) / count]
}

type View = { zoom: number; origin: Point }

function drawPaint(paint: Paint, parts: readonly Part[], view: View): string[] {
  if (view.zoom < paint.fromZoom || view.zoom > (paint.toZoom ?? 30)) return []
  const painted = parts.filter((part) => isPainted(part, paint))
  if (paint.radius !== undefined) return painted.flatMap((part) => drawDot(part, paint, view))
  if (paint.kind === 'waterway')
    return painted.flatMap((part) => drawPath([part], { ...paint, width: part.width }, view))
  return drawPath(painted, paint, view)
}

function isPainted({ kind, detail }: Part, paint: Paint): boolean {
  if (kind !== paint.kind) return false
  return paint.detail === undefined ? kind !== 'railway' || detail !== 'tunnel' : detail === paint.detail
}

function drawPath(parts: readonly Part[], paint: Paint, view: View): string[] {
  const width =
    Math.max(paint.thinnest ?? 0, (paint.width ?? 0) * pixelsPerMetre(view.zoom)) + 2 * (paint.edge ?? 0)
  const frame: Frame = { lowest: -MARGIN - width, highest: TILE + MARGIN + width }
  const data = parts.map((part) => pathData(part, paint, view, frame)).join('')
  if (data === '') return []
  const stroke = paint.stroke === undefined ? '' : ` stroke="${paint.stroke}" stroke-width="${short(width)}"`
  const dash = paint.dash === undefined ? '' : ` stroke-dasharray="${paint.dash}" stroke-linecap="butt"`
  return [`<path d="${data}" fill="${paint.fill ?? 'none'}"${stroke}${dash}/>`]
}

function pathData(part: Part, paint: Paint, { zoom, origin }: View, frame: Frame): string {
  const size = worldSize(zoom)
  const points = part.points.map(([x, y]): Point => [x * size - origin[0], y * size - origin[1]])
  // The dashes of a line that is cut would start anew at every tile.
  if (paint.dash !== undefined) return toData(points)
  if (part.shape === 'line') return clipLine(points, frame).map(toData).join('')
  const ring = clipArea(points, frame)
  return ring.length < 3 ? '' : `${toData(ring)}Z`
}

function toData(points: readonly Point[]): string {
  return `M${points.map(([x, y]) => `${short(x)} ${short(y)}`).join('L')}`
}

function drawDot({ points }: Part, paint: Paint, { zoom, origin }: View): string[] {
  const size = worldSize(zoom)
  const [x, y] = points[0] ?? [0, 0]
  const radius = Math.max(paint.radius ?? 0, ((paint.width ?? 0) / 2) * pixelsPerMetre(zoom))
  return [
    `<circle cx="${short(x * size - origin[0])}" cy="${short(y * size - origin[1])}" r="${short(radius)}" fill="${paint.fill}" fill-opacity="0.75"/>`,
  ]
}

function drawLabel({ text, style, at, angle, corners }: Label, origin: Point): string[] {
  const isNear = [0, 1].every((axis) => {
    const values = corners.map((corner) => (corner[axis] ?? 0) - (origin[axis] ?? 0))
    return Math.max(...values) > 0 && Math.min(...values) < TILE
  })
  if (!isNear) return []
  const [x, y] = [short(at[0] - origin[0]), short(at[1] - origin[1])]
  const face = `font-family="${FONT}" font-size="${style.size}"${style.bold ? ' font-weight="bold"' : ''}${style.italic ? ' font-style="italic"' : ''}${style.spaced ? ` letter-spacing="${style.spaced}"` : ''}`
  const place = `x="${x}" y="${y}" dy="${short(style.size * 0.36)}" text-anchor="middle"${angle === 0 ? '' : ` transform="rotate(${short(angle)} ${x} ${y})"`}`
  const word = escapeXml(text)
  return [
    `<g ${face}><text ${place} stroke="${style.halo}" stroke-width="3.2" stroke-opacity="0.9" fill="${style.halo}">${word}</text><text ${place} fill="${style.colour}">${word}</text></g>`,
  ]
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function short(value: number): string {
  return String(Math.round(value * 10) / 10)
}
