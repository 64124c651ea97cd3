/** Pieces of a street from which the pictures are put together; all are SVG for a canvas of 800 by 600. */

export const WIDTH = 800
export const HEIGHT = 600

const HOUSE_COLOURS = ['#9c5a44', '#b7775a', '#8a4b3c', '#c08f6a', '#7d5145', '#a86a50']

export function rect(x: number, y: number, width: number, height: number, fill: string, rest = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${rest}/>`
}

export function path(data: string, fill: string, rest = ''): string {
  return `<path d="${data}" fill="${fill}" ${rest}/>`
}

export function line(data: string, stroke: string, width: number): string {
  return `<path d="${data}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`
}

export function ellipse(x: number, y: number, rx: number, ry: number, fill: string, rest = ''): string {
  return `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}" ${rest}/>`
}

export function turned(degrees: number, x: number, y: number, content: string): string {
  return `<g transform="rotate(${degrees} ${x} ${y})">${content}</g>`
}

export function sky(top: string, bottom: string, height = 330): string {
  return `<defs><linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${top}"/><stop offset="1" stop-color="${bottom}"/></linearGradient></defs>${rect(0, 0, WIDTH, height, 'url(#sky)')}`
}

/** A row of canal houses, each with its own gable. */
export function houses(ground: number, dark = 0): string {
  const widths = [120, 150, 110, 135, 125, 160]
  let x = 0
  const row = widths.map((width, index) => {
    const top = ground - 190 - ((index * 37) % 60)
    const house = houseAt({ x, width, top, ground, colour: HOUSE_COLOURS[index] ?? '#9c5a44' })
    x += width
    return house
  })
  return `${row.join('')}${rect(0, 0, WIDTH, ground, '#0a1124', `opacity="${dark}"`)}`
}

function houseAt({
  x,
  width,
  top,
  ground,
  colour,
}: {
  x: number
  width: number
  top: number
  ground: number
  colour: string
}): string {
  const gable = `M${x} ${top + 50}L${x + width * 0.2} ${top + 50}L${x + width * 0.2} ${top + 22}L${x + width * 0.36} ${top + 22}L${x + width * 0.5} ${top}L${x + width * 0.64} ${top + 22}L${x + width * 0.8} ${top + 22}L${x + width * 0.8} ${top + 50}L${x + width} ${top + 50}L${x + width} ${ground}L${x} ${ground}Z`
  const windows = [70, 125].flatMap((down) =>
    [0.14, 0.42, 0.7].map((part) => windowAt(x + width * part, top + down, width * 0.17)),
  )
  return `${path(gable, colour)}${windows.join('')}${rect(x + width * 0.42, ground - 62, width * 0.2, 62, '#2f3d38')}`
}

function windowAt(x: number, y: number, width: number): string {
  return `${rect(x - 3, y - 3, width + 6, 40, '#efe8da')}${rect(x, y, width, 34, '#4a6276')}${rect(x + width / 2 - 1.5, y, 3, 34, '#efe8da')}`
}

/** Pavement in perspective, from the wall to the viewer. */
export function pavement(top: number, colour = '#a9a39a', joint = '#8f8980'): string {
  const rows = [0, 0.09, 0.2, 0.34, 0.52, 0.74, 1].map((part) => top + (HEIGHT - top) * part)
  const across = rows.map((y) => line(`M0 ${y}L${WIDTH} ${y}`, joint, 2)).join('')
  const along = Array.from({ length: 17 }, (_, index) =>
    line(`M${400 + (index - 8) * 62} ${top}L${400 + (index - 8) * 150} ${HEIGHT}`, joint, 2),
  ).join('')
  return `${rect(0, top, WIDTH, HEIGHT - top, colour)}${across}${along}`
}

export function asphalt(top: number): string {
  const spots = Array.from({ length: 260 }, (_, index) =>
    ellipse(
      (index * 197) % WIDTH,
      top + ((index * 89) % (HEIGHT - top)),
      1.6,
      1,
      index % 2 ? '#6f7175' : '#58595d',
    ),
  ).join('')
  return `${rect(0, top, WIDTH, HEIGHT - top, '#636569')}${spots}`
}

export function grass(top: number, colour = '#7fa457'): string {
  const blades = Array.from({ length: 190 }, (_, index) => {
    const x = (index * 131) % WIDTH
    const y = top + ((index * 53) % (HEIGHT - top))
    return line(`M${x} ${y}l${(index % 5) - 2} -9`, index % 2 ? '#6b9147' : '#92b668', 2)
  }).join('')
  return `${rect(0, top, WIDTH, HEIGHT - top, colour)}${blades}`
}

export function water(top: number, colour = '#4f6f73'): string {
  const waves = Array.from({ length: 34 }, (_, index) =>
    line(
      `M${(index * 173) % 760} ${top + 14 + ((index * 47) % (HEIGHT - top - 20))}q14 -6 28 0t28 0`,
      '#6e8f92',
      2.5,
    ),
  ).join('')
  return `${rect(0, top, WIDTH, HEIGHT - top, colour)}${waves}`
}

export function treeAt(x: number, ground: number, size: number): string {
  const trunk = path(
    `M${x - size * 0.07} ${ground}L${x - size * 0.04} ${ground - size * 0.6}L${x + size * 0.04} ${ground - size * 0.6}L${x + size * 0.07} ${ground}Z`,
    '#5c4635',
  )
  const crown = [
    [0, -0.95, 0.42],
    [-0.3, -0.75, 0.32],
    [0.3, -0.78, 0.34],
    [0.05, -0.62, 0.36],
  ].map(([dx = 0, dy = 0, r = 0], index) =>
    ellipse(x + dx * size, ground + dy * size, r * size, r * size * 0.85, index % 2 ? '#5f8a45' : '#6d9a50'),
  )
  return `${trunk}${crown.join('')}`
}

export function shadow(x: number, y: number, rx: number): string {
  return ellipse(x, y, rx, rx * 0.16, '#000', 'opacity="0.22"')
}
