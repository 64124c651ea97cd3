import {
  asphalt,
  ellipse,
  grass,
  houses,
  line,
  path,
  pavement,
  rect,
  shadow,
  sky,
  treeAt,
  turned,
  water,
} from './scenery.ts'

const DAY = sky('#9cc3e6', '#e9f1f6')
const GREY = sky('#b4bcc4', '#dfe2e4')

function bag(x: number, y: number, size: number, colour = '#2c2f36'): string {
  const body = `M${x - size} ${y}C${x - size * 1.15} ${y - size * 0.9} ${x - size * 0.5} ${y - size * 1.1} ${x - size * 0.14} ${y - size * 1.4}L${x + size * 0.16} ${y - size * 1.42}C${x + size * 0.55} ${y - size * 1.1} ${x + size * 1.15} ${y - size * 0.85} ${x + size} ${y}Z`
  return `${shadow(x, y, size * 1.2)}${path(body, colour)}${line(`M${x - size * 0.5} ${y - size * 0.7}q${size * 0.2} ${size * 0.2} ${size * 0.1} ${size * 0.5}`, '#50545d', 3)}${line(`M${x - size * 0.18} ${y - size * 1.42}l-8 -12m${size * 0.3} 11l9 -13`, colour, 6)}`
}

function container(x: number, isFull: boolean): string {
  const lid = isFull
    ? turned(-16, x, 300, rect(x - 92, 262, 184, 20, '#3b4a4e', 'rx="8"'))
    : rect(x - 92, 276, 184, 20, '#3b4a4e', 'rx="8"')
  return `${shadow(x, 486, 120)}${rect(x - 84, 290, 168, 196, '#55686d', 'rx="10"')}${rect(x - 62, 322, 124, 56, '#3b4a4e', 'rx="6"')}${rect(x - 40, 404, 80, 44, '#e8e3d6', 'rx="4"')}${isFull ? bag(x - 26, 314, 34, '#3a3d44') : ''}${lid}`
}

function bench(y: number, isBroken: boolean): string {
  const slats = [0, 24, 48].filter((_, index) => !isBroken || index !== 1)
  const back = slats.map((down) => rect(230, y - 120 + down, 340, 15, '#8a5f3a', 'rx="3"')).join('')
  const seat = rect(220, y - 44, 360, 16, '#8a5f3a', 'rx="3"')
  const legs = [262, 520]
    .map((x) => `${rect(x, y - 124, 14, 126, '#34383d')}${rect(x - 10, y, 34, 6, '#34383d')}`)
    .join('')
  const loose = isBroken
    ? `${turned(22, 420, y + 40, rect(310, y + 34, 240, 14, '#7c5433', 'rx="3"'))}${turned(-64, 420, y - 60, rect(360, y - 66, 120, 13, '#7c5433', 'rx="3"'))}`
    : ''
  return `${shadow(400, y + 8, 220)}${legs}${back}${seat}${loose}`
}

function wheel(x: number, y: number, radius: number): string {
  const spokes = Array.from({ length: 9 }, (_, index) =>
    line(
      `M${x} ${y}L${x + radius * Math.cos(index * 0.7)} ${y + radius * Math.sin(index * 0.7)}`,
      '#8d8d8d',
      1.5,
    ),
  ).join('')
  return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="#26282c" stroke-width="9"/>${spokes}`
}

function litter(count: number, top: number): string {
  const colours = ['#d8483c', '#f2efe6', '#3d7fbf', '#e7c44c', '#b9c2c9', '#5f9e5c']
  return Array.from({ length: count }, (_, index) => {
    const [x, y] = [40 + ((index * 167) % 720), top + ((index * 71) % (560 - top))]
    const colour = colours[index % colours.length] ?? '#fff'
    return turned(
      (index * 47) % 180,
      x,
      y,
      index % 3 === 0 ? ellipse(x, y, 19, 8, colour) : rect(x - 15, y - 8, 30, 17, colour, 'rx="4"'),
    )
  }).join('')
}

function tiles(isLoose: boolean): string {
  const cells = Array.from({ length: 24 }, (_, index) => {
    const [column, row] = [index % 6, Math.floor(index / 6)]
    const [x, y] = [28 + column * 126, 60 + row * 126]
    const isOff = isLoose && [8, 9, 14, 15].includes(index)
    const shade = index % 2 ? '#a7a196' : '#b1aba0'
    const tile = `${isOff ? rect(x + 9, y + 13, 118, 118, '#4d473f', 'opacity="0.55"') : ''}${rect(x, y, 118, 118, shade, 'rx="3"')}${line(`M${x + 6} ${y + 6}h106`, '#c4beb3', 3)}`
    return isOff ? turned(((index * 13) % 17) - 8, x + 59, y + 59, tile) : tile
  }).join('')
  return `${rect(0, 0, 800, 600, '#6f675b')}${cells}`
}

/** Every picture by its name: what residents and employees might have photographed. */
export const SCENES: Record<string, string> = {
  'lamp-post': `${sky('#131a33', '#33405f', 600)}${houses(360, 0.62)}${rect(0, 360, 800, 240, '#34343c')}${line('M0 470H800', '#42424c', 3)}${line('M520 560L500 150Q496 96 440 96', '#525c73', 15)}${rect(400, 88, 64, 18, '#525c73', 'rx="8"')}${ellipse(428, 108, 22, 5, '#59606e')}${ellipse(130, 210, 90, 60, '#e8c677', 'opacity="0.28"')}${rect(118, 205, 7, 300, '#525c73')}${ellipse(121, 204, 15, 10, '#ffe9ad')}`,
  'rubbish-bags': `${DAY}${houses(330)}${pavement(330)}${bag(250, 500, 66)}${bag(370, 520, 74, '#3a3d44')}${bag(490, 496, 60)}${bag(310, 440, 50, '#565a62')}${bag(560, 540, 58, '#cfd2d6')}${bag(430, 430, 44)}`,
  'bulky-waste': `${GREY}${houses(320)}${pavement(320)}${shadow(400, 528, 300)}${rect(150, 380, 480, 70, '#5d7a5a', 'rx="24"')}${rect(140, 300, 500, 110, '#6c8b68', 'rx="28"')}${rect(110, 340, 80, 170, '#5d7a5a', 'rx="24"')}${rect(600, 340, 80, 170, '#5d7a5a', 'rx="24"')}${rect(180, 436, 430, 76, '#7a9a75', 'rx="14"')}${line('M395 440V508', '#54704f', 4)}${rect(170, 510, 22, 22, '#3b2d22')}${rect(600, 510, 22, 22, '#3b2d22')}${turned(-9, 300, 410, rect(240, 380, 110, 60, '#c9785a', 'rx="14"'))}`,
  'full-container': `${DAY}${houses(310)}${pavement(310)}${container(400, true)}${bag(250, 520, 52)}${bag(545, 528, 60, '#3a3d44')}${bag(620, 500, 40, '#cfd2d6')}`,
  'clean-street': `${DAY}${houses(330)}${pavement(330, '#b3ada4', '#99938a')}${container(610, false)}${treeAt(150, 470, 260)}`,
  litter: `${DAY}${treeAt(120, 330, 230)}${treeAt(640, 320, 260)}${grass(300)}${litter(30, 350)}`,
  graffiti: `${rect(0, 0, 800, 600, '#9b5d49')}${Array.from({ length: 20 }, (_, row) => `${line(`M0 ${row * 25}H800`, '#84503f', 2)}${Array.from({ length: 9 }, (_, column) => line(`M${column * 100 + (row % 2) * 50} ${row * 25}v25`, '#84503f', 2)).join('')}`).join('')}${rect(0, 500, 800, 100, '#8c8780')}${line('M130 360C150 200 240 190 240 300S180 420 290 380S330 200 400 230S360 420 450 390S520 190 590 260S560 420 690 330', '#21303f', 34)}${line('M130 360C150 200 240 190 240 300S180 420 290 380S330 200 400 230S360 420 450 390S520 190 590 260S560 420 690 330', '#5ed0c4', 20)}${line('M110 440Q400 520 700 420', '#e8e14f', 12)}`,
  pothole: `${asphalt(0)}${path('M250 300C280 220 420 200 520 250C620 270 640 380 560 420C480 480 330 470 270 420C220 390 230 340 250 300Z', '#3c3a38')}${path('M290 320C320 260 430 250 500 280C560 300 580 370 520 400C450 440 350 430 300 395C270 370 275 345 290 320Z', '#57503f')}${path('M330 350C380 320 460 330 490 355C500 390 400 410 345 390C325 380 320 362 330 350Z', '#7d8a94')}${line('M520 250l70 -70m-30 240l60 80M270 420l-70 40', '#4a4a4d', 5)}`,
  'loose-tiles': tiles(true),
  'repaired-tiles': tiles(false),
  'fallen-branch': `${GREY}${treeAt(90, 300, 280)}${treeAt(700, 290, 300)}${grass(280, '#76994f')}${path('M300 600L380 280L470 280L640 600Z', '#b6ab97')}${shadow(430, 470, 300)}${line('M150 430Q400 480 720 400M330 458Q380 400 430 350M480 456Q560 500 640 520M590 432Q640 370 700 340', '#5a4331', 20)}${Array.from({ length: 26 }, (_, index) => ellipse(380 + ((index * 61) % 360), 340 + ((index * 43) % 190), 24, 14, index % 2 ? '#5f8a45' : '#77a557')).join('')}`,
  'cleared-path': `${DAY}${treeAt(90, 300, 280)}${treeAt(700, 290, 300)}${grass(280, '#7ea157')}${path('M300 600L380 280L470 280L640 600Z', '#c2b8a5')}`,
  'bicycle-wreck': `${DAY}${houses(320)}${pavement(320)}${line('M90 560V360H710V560M250 360V560M420 360V560M580 360V560', '#6a6f75', 11)}${shadow(410, 556, 260)}${wheel(270, 470, 82)}${line('M270 470L360 350L500 352L400 470H270M360 350L400 470M345 318L360 350M318 318h56', '#7d3b2d', 13)}${line('M500 352L540 470M500 352L490 306M470 300q26 -12 56 6', '#7d3b2d', 13)}${line('M536 474l24 18', '#555', 9)}${line('M300 540q10 -60 -20 -90m40 96q20 -50 4 -80', '#6a8f4a', 5)}`,
  'rat-holes': `${GREY}${grass(0, '#6f8f4c')}${path('M0 430C200 390 600 400 800 440V600H0Z', '#7a6448')}${[
    [220, 470],
    [410, 500],
    [600, 462],
  ]
    .map(([x = 0, y = 0]) => `${ellipse(x, y + 8, 62, 34, '#5d4a34')}${ellipse(x, y, 40, 24, '#1d1712')}`)
    .join(
      '',
    )}${ellipse(480, 446, 46, 22, '#5b5148')}${ellipse(524, 440, 20, 14, '#5b5148')}${ellipse(520, 428, 6, 7, '#8a7a6d')}${ellipse(532, 438, 2.5, 2.5, '#111')}${line('M436 450q-50 -8 -70 16', '#8f7c70', 5)}`,
  'blocked-drain': `${asphalt(0)}${rect(0, 0, 800, 130, '#a39d93')}${rect(0, 120, 800, 16, '#807a71')}${ellipse(400, 330, 330, 150, '#7c8b94', 'opacity="0.85"')}${ellipse(360, 310, 220, 86, '#97a7b0', 'opacity="0.6"')}${rect(290, 240, 220, 130, '#3a3c40', 'rx="8"')}${Array.from({ length: 6 }, (_, index) => rect(308 + index * 34, 254, 14, 102, '#15161a')).join('')}${Array.from({ length: 26 }, (_, index) => turned(index * 37, 280 + ((index * 53) % 250), 240 + ((index * 31) % 140), ellipse(280 + ((index * 53) % 250), 240 + ((index * 31) % 140), 24, 11, ['#a8652c', '#c48a3a', '#8a4f25'][index % 3] ?? '#a8652c'))).join('')}`,
  'broken-bench': `${DAY}${treeAt(120, 350, 280)}${treeAt(690, 340, 250)}${grass(330)}${bench(470, true)}`,
  'sunken-boat': `${GREY}${houses(250)}${rect(0, 250, 800, 70, '#8b857b')}${line('M0 270H800M0 295H800', '#726c63', 4)}${water(320)}${ellipse(430, 460, 260, 46, '#3f5a5f', 'opacity="0.7"')}${path('M230 440Q330 380 470 352Q500 348 520 366Q470 400 450 452Q330 470 230 440Z', '#d9d2c2')}${path('M250 440Q350 400 480 366', 'none', 'stroke="#a8583f" stroke-width="12"')}${line('M300 480q14 -6 28 0t28 0m60 10q14 -6 28 0t28 0', '#88a6a9', 4)}${ellipse(560, 480, 90, 20, '#6b5a86', 'opacity="0.45"')}${ellipse(590, 486, 50, 11, '#9c7f5a', 'opacity="0.5"')}`,
}
