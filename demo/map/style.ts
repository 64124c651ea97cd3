/** How the map looks. Colours are soft, so that the reports on top stand out. */

export const LAND = '#edf0e4'
export const FONT = "'DejaVu Sans','Liberation Sans',Verdana,Arial,sans-serif"

export type Paint = {
  kind: string
  detail?: string
  fromZoom: number
  toZoom?: number
  fill?: string
  stroke?: string
  /** Metres on the ground; never thinner than `thinnest` pixels. */
  width?: number
  thinnest?: number
  dash?: string
  /** Pixels added on both sides: the edge of a road. */
  edge?: number
  radius?: number
}

const road = (
  detail: string,
  fromZoom: number,
  width: number,
  fill: string,
  casing: string,
  thinnest: readonly [number, number],
): Paint[] => [
  {
    kind: 'street',
    detail,
    fromZoom: Math.max(fromZoom, 13),
    stroke: casing,
    width,
    thinnest: thinnest[1],
    edge: 1,
  },
  { kind: 'street', detail, fromZoom, stroke: fill, width, thinnest: thinnest[0] },
]
const ROADS = [
  road('pedestrian', 14, 7, '#f7f1e6', '#d9cfbd', [1.2, 1.2]),
  road('street', 13, 7.5, '#ffffff', '#d3ccc1', [0.9, 0.9]),
  road('secondary', 11, 11, '#fff6d0', '#d9c791', [1.5, 1.7]),
  road('primary', 10, 16, '#fde2a4', '#d8b15f', [1.9, 2.2]),
  road('motorway', 8, 30, '#f6c08a', '#cf8e50', [2.2, 2.8]),
]

/** Later paints lie on top. All edges of roads come before all surfaces, so that crossings stay open. */
export const PAINTS: Paint[] = [
  { kind: 'outline', fromZoom: 0, fill: '#f1f3e6' },
  { kind: 'neighbour', fromZoom: 9, fill: '#e7e4dc' },
  { kind: 'builtup', fromZoom: 9, fill: '#eeeae2', stroke: '#eeeae2', width: 14 },
  { kind: 'industry', fromZoom: 10, fill: '#e6e3ea' },
  { kind: 'campus', fromZoom: 10, fill: '#f1ead7' },
  // Gardens: a soft green edge around the houses says enough.
  { kind: 'building', detail: 'terrace', fromZoom: 15, stroke: '#e3ead6', width: 24 },
  { kind: 'building', detail: 'semi', fromZoom: 15, stroke: '#deead0', width: 26 },
  { kind: 'building', detail: 'flats', fromZoom: 15, stroke: '#e3ead6', width: 30 },
  { kind: 'wood', fromZoom: 10, fill: '#c4ddb3' },
  { kind: 'park', fromZoom: 10, fill: '#d3e9c2' },
  { kind: 'sports', fromZoom: 12, fill: '#cfe8cb', stroke: '#b9d8b4', thinnest: 0.8 },
  { kind: 'cemetery', fromZoom: 12, fill: '#d2dfca' },
  { kind: 'allotments', fromZoom: 12, fill: '#dfe8c6' },
  { kind: 'square', fromZoom: 13, fill: '#f7f1e6' },
  { kind: 'water', fromZoom: 8, fill: '#a9d3ea', stroke: '#8fc0dc', thinnest: 0.6 },
  { kind: 'waterway', fromZoom: 13, stroke: '#8fc0dc', width: 1, thinnest: 0.6, edge: 0.7 },
  { kind: 'waterway', fromZoom: 10, stroke: '#a9d3ea', width: 1, thinnest: 0.6 },
  { kind: 'tree', fromZoom: 16, fill: '#a9cf94', width: 5.5, radius: 1.6 },
  { kind: 'railway', detail: 'tunnel', fromZoom: 13, stroke: '#a8a5ad', width: 3, thinnest: 1, dash: '5 5' },
  { kind: 'building', fromZoom: 14, toZoom: 14, fill: '#e3dace' },
  { kind: 'building', fromZoom: 15, fill: '#dccfbe', stroke: '#bdae99', thinnest: 0.6 },
  { kind: 'landmark', fromZoom: 13, fill: '#cdb9a2', stroke: '#a98f72', thinnest: 0.8 },
  { kind: 'street', detail: 'path', fromZoom: 14, stroke: '#c2a27c', width: 2, thinnest: 1.1, dash: '4 2.5' },
  ...ROADS.flatMap(([edge]) => edge ?? []),
  ...ROADS.flatMap(([, surface]) => surface ?? []),
  { kind: 'railway', fromZoom: 10, stroke: '#8b8892', width: 5, thinnest: 1.6 },
  { kind: 'railway', fromZoom: 13, stroke: '#f4f3f6', width: 2.6, thinnest: 0.8, dash: '7 7' },
  { kind: 'outline', fromZoom: 9, stroke: '#a48bb0', thinnest: 1.4, dash: '9 4 2 4' },
]

export type LabelStyle = {
  kind: string
  detail?: string
  fromZoom: number
  toZoom?: number
  size: number
  colour: string
  halo: string
  bold?: boolean
  italic?: boolean
  spaced?: number
  upright?: boolean
  wide?: number
}

const INK = '#4a4640'
const HALO = '#ffffff'

/** In order of importance: what comes first takes the room. */
export const LABELS: LabelStyle[] = [
  {
    kind: 'place',
    detail: 'town',
    fromZoom: 8,
    toZoom: 13,
    size: 17,
    colour: '#33302c',
    halo: LAND,
    bold: true,
  },
  { kind: 'place', detail: 'village', fromZoom: 11, toZoom: 15, size: 11.5, colour: INK, halo: LAND },
  {
    kind: 'street',
    detail: 'motorway',
    fromZoom: 11,
    size: 10,
    colour: '#ffffff',
    halo: '#c0392b',
    bold: true,
    upright: true,
  },
  {
    kind: 'place',
    detail: 'quarter',
    fromZoom: 13,
    toZoom: 16,
    size: 11.5,
    colour: '#7a6d86',
    halo: '#f7f4f9',
    spaced: 1,
  },
  { kind: 'landmark', fromZoom: 16, size: 9.5, colour: '#6e4f2f', halo: HALO, bold: true, upright: true },
  { kind: 'street', detail: 'primary', fromZoom: 14, size: 10.5, colour: INK, halo: '#fdf0cf' },
  { kind: 'street', detail: 'secondary', fromZoom: 14, size: 10, colour: INK, halo: '#fffbea' },
  { kind: 'waterway', fromZoom: 14, wide: 14, size: 10, colour: '#3f7ea6', halo: '#d9edf7', italic: true },
  {
    kind: 'water',
    fromZoom: 14,
    size: 10.5,
    colour: '#3f7ea6',
    halo: '#d9edf7',
    italic: true,
    upright: true,
  },
  { kind: 'square', fromZoom: 16, size: 10, colour: '#6d5f49', halo: '#fbf7ee', upright: true },
  { kind: 'street', detail: 'street', fromZoom: 16, size: 10, colour: INK, halo: HALO },
  { kind: 'street', detail: 'pedestrian', fromZoom: 16, size: 10, colour: INK, halo: HALO },
  { kind: 'waterway', fromZoom: 17, size: 9.5, colour: '#3f7ea6', halo: '#d9edf7', italic: true },
  { kind: 'park', fromZoom: 14, size: 10, colour: '#4d7a3a', halo: '#eaf5e0', italic: true, upright: true },
  { kind: 'wood', fromZoom: 14, size: 10, colour: '#4d7a3a', halo: '#eaf5e0', italic: true, upright: true },
  {
    kind: 'cemetery',
    fromZoom: 15,
    size: 9.5,
    colour: '#5c7350',
    halo: '#eaf5e0',
    italic: true,
    upright: true,
  },
  {
    kind: 'sports',
    fromZoom: 15,
    size: 9.5,
    colour: '#4d7a3a',
    halo: '#eaf5e0',
    italic: true,
    upright: true,
  },
  { kind: 'street', detail: 'path', fromZoom: 17, size: 9, colour: '#7d6243', halo: '#f6f8ef' },
]
