import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { noteLook } from './accessibility-state.ts'

/** WCAG 2.0 to 2.2, levels A and AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

const require = createRequire(import.meta.resolve('@axe-core/playwright'))
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const LOOK = `axe
  .run(document, { runOnly: ${JSON.stringify(RULES)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(', ')))`

export interface Device {
  readonly width: number
  readonly height: number
  readonly script: boolean
  readonly colorScheme?: 'light' | 'dark'
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-background-networking',
      '--no-first-run',
    ],
  })
}

export function openContext(browser: Browser, device: Device): Promise<BrowserContext> {
  const isPhone = device.width < 500
  return browser.newContext({
    viewport: { width: device.width, height: device.height },
    javaScriptEnabled: device.script,
    colorScheme: device.colorScheme ?? 'light',
    isMobile: isPhone,
    hasTouch: isPhone,
    locale: 'nl-NL',
  })
}

/** No violations, one title, and nothing wider than the screen. */
export async function checkPage(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  const found = await findViolations(page)
  noteLook(page.url(), found)
  expect(found, page.url()).toEqual([])
  expect(await page.locator('h1').count(), page.url()).toBe(1)
  const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth')
  expect(overflow, `${page.url()} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Axe in the page itself: its builder for playwright opens a page beside it at every look, five times as slow. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate<string[]>(LOOK)
}

/** Axe is a script itself, so a page without script is looked at as a copy in which only axe runs. */
export async function checkCopy(page: Page, scripted: BrowserContext): Promise<void> {
  const copy = await scripted.newPage()
  const body = await page.content()
  await scripted.addCookies(await page.context().cookies())
  await copy.route('**/*.js', (route) => route.abort())
  await copy.route(page.url(), (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }))
  await copy.goto(page.url())
  await checkPage(copy)
  await copy.close()
}

export async function goOn(page: Page): Promise<void> {
  await page.locator('[data-next]').click()
  await page.waitForLoadState()
}

/** Gives every question that must be answered its first answer, also those that come up on the way. */
export async function answerQuestions(page: Page): Promise<void> {
  for (let round = 0; round < 5; round++) {
    const groups = await page
      .locator('[data-question] fieldset:not(:has(:checked)):has(input[type="radio"])')
      .all()
    for (const group of groups) await group.locator('input[type="radio"]').first().check()
    const texts = await page
      .locator('[data-question] [aria-required="true"]:is(input[type="text"], textarea)')
      .all()
    for (const text of texts) if ((await text.inputValue()) === '') await text.fill('12')
    await goOn(page)
    if (!page.url().includes('/melden/plaats')) return
  }
}

export interface ChosenWay {
  readonly script: boolean
  readonly street: string
}

/** The first address that the street brings. */
export async function chooseAddress(page: Page, { script, street }: ChosenWay): Promise<void> {
  await page.locator('#adres').fill(street)
  if (script) {
    await page.locator('[role="option"]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  } else {
    await page.locator('button[value="search"]').click()
    await page.locator('input[type="radio"][name="_place"]').first().check()
  }
}
