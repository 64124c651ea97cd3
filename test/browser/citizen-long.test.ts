import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readDemoPhoto } from '../lib/office.ts'
import { createKeys } from './citizen-keys.ts'
import { checkEveryLook, checkNothingLost } from './citizen-looks.ts'
import type { Scene } from './citizen-scene.ts'
import { openTown, SCENES, type Town } from './citizen-town.ts'
import {
  checkCopy,
  checkPage,
  chooseAddress,
  type Device,
  goOn,
  launchBrowser,
  openContext,
} from './citizen-walk.ts'
import { beginReport, LAMP, newAddress, STREET } from './citizen-world.ts'
import { QUESTIONED } from './every-question.ts'

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }
const SCRIPTED: Device = { ...PHONE, script: true }

let town: Town
let browser: Browser

/** Everything that a resident can meet, on every device: the long form only. */
describe.runIf(process.env.LONG === '1')('the site for residents', () => {
  beforeAll(async () => {
    browser = await launchBrowser()
    town = await openTown()
  })

  afterEach(async () => {
    for (const context of browser.contexts()) await context.close()
  })

  afterAll(async () => {
    await browser?.close()
    await town?.close()
  })

  describe.each<readonly [string, Device]>([
    ['phone', SCRIPTED],
    ['phone without script', { ...PHONE, script: false }],
    ['desktop', { ...DESKTOP, script: true }],
    ['desktop without script', { ...DESKTOP, script: false }],
  ])('on a %s', (_name, device) => {
    const scenes = SCENES.filter(({ isScripted = false }) => device.script || !isScripted)

    test.each(scenes)('$name is accessible', async (scene) => {
      const page = await reach(device, scene)
      await check(page, device)
      if (device === SCRIPTED) await checkEveryLook(page, town.world.highContrast)
    })

    test('a report with every kind of question is made', () => walkEveryQuestion(device))
  })

  describe('at 400 %', () => {
    test.each(SCENES)('$name loses nothing', async (scene) => {
      const page = await openPage(await openZoomed())
      await scene.reach(page, town.world)
      await checkNothingLost(page, 'at 400 %')
    })
  })

  test.each(['sent', 'my-report', 'public-map'])('%s goes on paper whole, with its links', printScene)

  describe('by keyboard alone', () => {
    test('a report is made with its photo, subject, map and answers', reportByKeys)
    test('own reports are read', readOwnReportsByKeys)
    test('one says how satisfied one is', giveFeedbackByKeys)
  })

  test('what goes wrong is told clearly, with a way on', async () => {
    await town.visitTroubles(async (scenes) => {
      for (const device of [SCRIPTED, { ...DESKTOP, script: false }]) {
        for (const scene of scenes) {
          const page = await reach(device, scene)
          await check(page, device)
          await page.context().close()
        }
      }
    })
  }, 300_000)
})

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

async function reach(device: Device, scene: Scene): Promise<Page> {
  const page = await openPage(await openContext(browser, device))
  await scene.reach(page, town.world)
  return page
}

async function check(page: Page, device: Device): Promise<void> {
  if (device.script) return checkPage(page)
  const scripted = await openContext(browser, { ...device, script: true })
  await checkCopy(page, scripted)
  return scripted.close()
}

/** A screen of 1280 pixels at four times the size. */
function openZoomed(): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width: 320, height: 256 },
    deviceScaleFactor: 4,
    locale: 'nl-NL',
  })
}

async function walkEveryQuestion(device: Device): Promise<void> {
  const page = await openPage(await openContext(browser, device))
  await beginReport(page, town.world.base, { category: QUESTIONED })
  await page.goto(`${town.world.base}/melden/plaats`)
  await chooseAddress(page, { script: device.script, street: STREET })
  if (device.script) await page.locator('[data-chosen-place]').waitFor()
  else await goOn(page)
  await page.locator('input[name="extra_naam"]').fill('Speeltuin De Wip')
  await page.locator('textarea[name="extra_verhaal"]').fill('De schommel is gebroken.')
  await page.locator('input[name="extra_ernst"][value="groot"]').check()
  await page.locator('input[name="extra_wat"][value="vies"]').check()
  await page.locator('input[name="extra_akkoord"]').check()
  await page.locator('input[name="extra_wanneer"][value="earlier"]').check()
  await page.locator('input[name="extra_wanneer.date"]').fill('2026-01-02')
  await page.locator('input[name="extra_wanneer.time"]').fill('13:30')
  await page.locator('input[name="extra_boom"]').first().check()
  await page.locator('input[name="extra_lamp.unlisted"]').fill('L99')
  await page.locator('input[name="extra_klok.unlisted"]').fill('Bij de kerk')
  // Without script the question that an answer brings comes with the next page.
  if (!device.script) await goOn(page)
  await page.locator('select[name="extra_vies"]').selectOption('erg')
  await goOn(page)
  await page.locator('#email').fill(newAddress())
  await goOn(page)
  await page.waitForURL('**/melden/controle*')
  const review = (await page.locator('main').textContent()) ?? ''
  for (const answer of ['Speeltuin De Wip', 'schommel', 'Erg', 'Vies', 'Heel erg', 'L99', 'Bij de kerk'])
    expect(review).toContain(answer)
  expect(review).toMatch(/2 januari 2026/)
  await goOn(page)
  expect(await page.locator('[data-number]').textContent()).toMatch(/^[A-Z]+-\d+$/)
}

async function printScene(name: string): Promise<void> {
  const scene = SCENES.find((one) => one.name === name)
  if (!scene) throw new Error(`there is no scene ${name}`)
  const page = await reach({ ...DESKTOP, script: true, colorScheme: 'dark' }, scene)
  const paper = await page.pdf({
    format: 'A4',
    margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' },
  })
  const text = paper.toString('latin1')
  const pages = text.match(/\/Type\s*\/Page\b/g)?.length ?? 0
  expect(pages).toBeGreaterThan(0)
  expect(pages).toBeLessThan(5)
  const links = await page.locator('main a[href]').filter({ visible: true }).count()
  expect(text.match(/\/URI\s*\(/g)?.length ?? 0).toBeGreaterThanOrEqual(Math.min(1, links))
}

/** Fewer keystrokes than these, besides the words that are typed. */
const MOST_KEYS = { report: 95, reports: 25, feedback: 25 }

async function reportByKeys(): Promise<void> {
  const page = await openPage(await openContext(browser, { ...DESKTOP, script: true }))
  await page.goto(town.world.base)
  const keys = createKeys(page)
  await keys.press('Tab')
  await keys.press('Enter')
  await keys.tabTo('#text')
  await keys.type(LAMP)
  await keys.tabTo('#fotos')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keys.press('Space')])
  await chooser.setFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer: readDemoPhoto('lamp-post.jpg') })
  await page.locator('.citizen-photos img').waitFor()
  await keys.tabTo('[data-next]')
  await keys.press('Enter')
  await page.waitForURL('**/melden/plaats')
  await choosePlaceByKeys(page, keys)
  await keys.tabTo('input[name="extra_lantaarnpaal"]')
  await keys.press('Space')
  await keys.tabTo('input[name="extra_lamp_probleem"]')
  await keys.press('Space')
  await keys.tabTo('[data-next]')
  await keys.press('Enter')
  await page.waitForURL('**/melden/contact')
  await keys.tabTo('#email')
  await keys.type(newAddress())
  await keys.press('Enter')
  await page.waitForURL('**/melden/controle')
  await keys.tabTo('[data-next]')
  await keys.press('Enter')
  await page.locator('[data-number]').waitFor()
  note('report', keys.count())
}

/** Another subject and back, an address, and then a place on the map beside it. */
async function choosePlaceByKeys(page: Page, keys: ReturnType<typeof createKeys>): Promise<void> {
  for (const subject of ['glas', 'straatverlichting']) {
    await keys.tabTo('#onderwerp summary')
    await keys.press('Enter')
    await keys.tabTo('#categorie-zoek')
    await keys.type(subject)
    await page.locator('#onderwerp [role="option"]').first().waitFor()
    await keys.press('ArrowDown')
    await keys.press('Enter')
    await page.locator('#onderwerp strong', { hasText: new RegExp(subject, 'i') }).waitFor()
  }
  await keys.tabTo('#adres')
  await keys.type(STREET)
  await page.locator('[role="option"]').first().waitFor()
  await keys.press('ArrowDown')
  await keys.press('Enter')
  await page.locator('[data-chosen-place]:focus').waitFor()
  const before = await page.locator('[data-chosen-place]').getAttribute('data-chosen-place')
  await keys.tabTo('[data-show-map]')
  await keys.press('Enter')
  await page.locator('.maplibregl-canvas:focus').waitFor()
  await keys.press('ArrowRight', 2)
  await keys.press('Enter')
  await page.locator('[data-map-frame]').waitFor({ state: 'hidden' })
  await page.locator('[data-chosen-place]:focus').waitFor()
  expect(await page.locator('[data-chosen-place]').getAttribute('data-chosen-place')).not.toBe(before)
}

async function readOwnReportsByKeys(): Promise<void> {
  const page = await openPage(await openContext(browser, { ...DESKTOP, script: true }))
  const keys = createKeys(page)
  await page.goto(`${town.world.base}/mijn-meldingen`)
  await keys.tabTo('#email')
  await keys.type(newAddress())
  await keys.press('Enter')
  await page.getByText('Kijk in uw mail').waitFor()
  await page.goto(town.world.base + (await town.world.mailLink('myReports')))
  await keys.tabTo('.citizen-reports a')
  await keys.press('Enter')
  await page.waitForURL('**/mijn-meldingen/melding/*')
  await keys.tabTo('main a')
  await keys.press('Enter')
  await page.waitForURL('**/mijn-meldingen/overzicht')
  await keys.tabTo('main form button')
  await keys.press('Enter')
  await page.waitForURL('**/mijn-meldingen')
  note('reports', keys.count())
}

async function giveFeedbackByKeys(): Promise<void> {
  const page = await openPage(await openContext(browser, { ...DESKTOP, script: true }))
  const keys = createKeys(page)
  await page.goto(town.world.base + (await town.world.mailLink('no')))
  await keys.tabTo('input[name="_why"]')
  await keys.press('Space')
  await keys.tabTo('#toelichting')
  await keys.type('Het is er nog steeds donker.')
  await keys.tabTo('main form button[type="submit"]')
  await keys.press('Enter')
  await page.getByText('Bedankt voor uw antwoord').waitFor()
  note('feedback', keys.count())
}

function note(what: keyof typeof MOST_KEYS, count: number): void {
  console.log(`keystrokes for ${what}: ${count}`)
  expect(count).toBeGreaterThan(0)
  expect(count).toBeLessThanOrEqual(MOST_KEYS[what])
}
