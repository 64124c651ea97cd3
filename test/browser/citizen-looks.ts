import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { checkPage } from './citizen-walk.ts'

/** What reaches outside the screen, or is cut off in a box; what is meant to scroll or to be hidden is not. */
const LOST = `(() => {
  const MEANT = '.signalen-visually-hidden, .nl-skip-link, .citizen-default-button, .maplibregl-map, ' +
    '.citizen-figures thead, .citizen-reports__text, input[type=file], option, optgroup, template'
  const lost = []
  for (const element of document.querySelectorAll('header *, main *, footer *')) {
    if (element.closest(MEANT) || !element.checkVisibility()) continue
    const box = element.getBoundingClientRect()
    if (box.width === 0 || box.height === 0) continue
    const style = getComputedStyle(element)
    const isOutside = box.right > document.documentElement.clientWidth + 1 || box.left < -1
    const isHidden = /hidden|clip/.test(style.overflowX + style.overflowY)
    const isCut = isHidden &&
      (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1)
    if (isOutside || isCut) lost.push(element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 40))
  }
  return lost
})()`

export async function checkNothingLost(page: Page, how: string): Promise<void> {
  expect(await page.evaluate<string[]>(LOST), `${page.url()} ${how}`).toEqual([])
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  )
  expect(overflow, `${page.url()} is wider than the screen ${how}`).toBeLessThanOrEqual(0)
}

export async function wearTheme(page: Page, href: string): Promise<void> {
  await page.evaluate(`new Promise((resolve, reject) => {
    const link = document.createElement('link')
    Object.assign(link, { rel: 'stylesheet', href: ${JSON.stringify(href)}, onload: () => resolve(), onerror: reject })
    document.head.append(link)
  })`)
}

/** WCAG 1.4.12: what a reader may set must not cut anything off. */
const SPACING = `{
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }')
  document.adoptedStyleSheets = [sheet]
}`

/** Without a ground of their own, as when someone chose their own colours, what can be pressed needs an edge. */
const EDGELESS = `[...document.querySelectorAll('main .nl-button, main input:not([type=hidden]), main select, main textarea')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().width > 2)
  .filter((element) => !element.matches('.nl-button--subtle, [type=radio], [type=checkbox]'))
  .filter((element) => getComputedStyle(element).borderTopStyle === 'none' || getComputedStyle(element).borderTopWidth === '0px')
  .map((element) => element.outerHTML.slice(0, 80))`

const MOVING = `[...document.querySelectorAll('*')]
  .filter((element) => !element.closest('.maplibregl-map'))
  .filter((element) => {
    const style = getComputedStyle(element)
    return style.animationName !== 'none' || style.transitionDuration.split(', ').some((time) => time !== '0s')
  })
  .map((element) => element.tagName + '.' + element.className)`

/** Everything that a reader may have chosen for their screen, on a page that is there. */
export async function checkEveryLook(page: Page, highContrast: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'dark' })
  await checkPage(page)
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' })
  await checkPage(page)
  expect(await page.evaluate<string[]>(EDGELESS), `${page.url()} in forced colours`).toEqual([])
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' })
  expect(await page.evaluate<string[]>(MOVING), `${page.url()} moves`).toEqual([])
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.evaluate(SPACING)
  await checkNothingLost(page, 'with wider text')
  await page.evaluate('document.adoptedStyleSheets = []')
  await checkPrint(page)
  await wearTheme(page, highContrast)
  await checkPage(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await checkPage(page)
}

/** As wide as a sheet of A4 between its margins. */
const SHEET = { width: 718, height: 1000 }

/** Dark for the reader, yet black on white on paper. */
async function checkPrint(page: Page): Promise<void> {
  const viewport = page.viewportSize()
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.setViewportSize(SHEET)
  await checkNothingLost(page, 'on paper')
  expect(await page.evaluate<string[]>(GREY), `${page.url()} on paper`).toEqual([])
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' })
  if (viewport) await page.setViewportSize(viewport)
}

/** Text that would hardly be seen on paper: lighter than half. */
const GREY = `[...document.querySelectorAll('main :is(p, a, dt, dd, h1, h2, h3, li, td, th, label, legend, strong)')]
  .filter((element) => element.checkVisibility())
  .filter((element) => {
    const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\\d.]+/g) ?? []).map(Number)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 128
  })
  .map((element) => element.tagName + ' ' + element.textContent.slice(0, 40))`
