import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { takePhoto } from '../../apps/citizen/dev/take-photo.ts'
import { runUntilEnd, type Server, startServer } from '../lib/server.ts'
import { writeAccessibilityState } from './accessibility-state.ts'
import {
  answerQuestions,
  checkCopy,
  checkPage,
  chooseAddress,
  type Device,
  goOn,
  launchBrowser,
  openContext,
} from './citizen-walk.ts'

const STREET = 'Oude Delft'
const LAMP = 'De lantaarnpaal voor de school doet het niet'

/** A square of one colour: enough to be a photo. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAFklEQVR42mNkYPhfz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC',
  'base64',
)

let server: Server | undefined
let base = process.env.CITIZEN_BASE ?? ''
let browser: Browser
const contexts = new Map<string, BrowserContext>()

beforeAll(async () => {
  if (base === '') {
    const environment = { PUBLIC_RATE_LIMIT: 'off', GEOCODER: 'built-in', TILES_URL: 'built-in' }
    server = await startServer({ environment })
    base = server.url
  }
  browser = await launchBrowser()
})

afterEach(async () => {
  for (const context of contexts.values()) {
    await forgetKept(context)
    await Promise.all(context.pages().map((page) => page.close()))
    await context.clearCookies()
  }
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  writeAccessibilityState()
  server?.remove()
})

/** What a device kept of a report would be offered to the next test. */
async function forgetKept(context: BrowserContext): Promise<void> {
  const [page] = context.pages()
  if (!page) return
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: base, storageTypes: 'indexeddb' })
}

/** One for each device: opening a page is quick, and what it fetched once is kept as by a visitor. */
async function contextOf(device: Device): Promise<BrowserContext> {
  const key = JSON.stringify(device)
  const context = contexts.get(key) ?? (await openContext(browser, device))
  contexts.set(key, context)
  return context
}

async function open(device: Device, path = '/'): Promise<Page> {
  const context = await contextOf(device)
  const page = await context.newPage()
  await page.goto(`${base}${path}`)
  return page
}

const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }

describe.each<readonly [string, Device]>([
  ['phone, script', { ...PHONE, script: true }],
  ['phone, no script, dark', { ...PHONE, script: false, colorScheme: 'dark' }],
  ['desktop, script, dark', { ...DESKTOP, script: true, colorScheme: 'dark' }],
  ['desktop, no script', { ...DESKTOP, script: false }],
])('a report from beginning to end (%s)', (_name, device) => {
  test('goes through four steps, each of them accessible, and gets a number', async () => {
    // Without script a page is the same HTML; only what differs on the screen is looked at again, on the phone.
    const check = async (checked: Page) => device.script && checkPage(checked)
    const checkBare = async (checked: Page) => {
      if (device.script || device.width > PHONE.width) return
      await checkCopy(checked, await contextOf({ ...device, script: true }))
    }
    const page = await open(device)
    await check(page)
    await checkBare(page)
    await goOn(page)
    await check(page)
    expect(await page.locator('[data-error-summary]:focus').count()).toBe(1)

    await page.locator('#text').fill(LAMP)
    await page.locator('#fotos').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: PNG })
    if (device.script) await page.locator('.citizen-photos img').waitFor()
    await goOn(page)
    expect(page.url()).toContain('/melden/plaats')
    await check(page)

    await goOn(page)
    await check(page)
    await chooseAddress(page, { script: device.script, street: STREET })
    if (device.script) await page.locator('[data-chosen-place]').waitFor()
    await check(page)
    await checkBare(page)
    await answerQuestions(page)

    expect(page.url()).toContain('/melden/contact')
    await check(page)
    await page.locator('#email').fill('melder@')
    await goOn(page)
    await check(page)
    await page.locator('#email').fill('melder@voorbeeld.example')
    await goOn(page)

    expect(page.url()).toContain('/melden/controle')
    expect(await page.locator('main').textContent()).toContain(LAMP)
    expect(await page.locator('.citizen-photos img').count()).toBe(1)
    await check(page)
    await goOn(page)

    expect(page.url()).toMatch(/\/melden\/verzonden\/[A-Z]+-\d+$/)
    await check(page)
    const number = await page.locator('[data-number]').textContent()
    expect(await page.locator('[data-failed-photos]').count()).toBe(0)
    await page.goBack()
    await page.reload()
    expect(await page.locator('[data-number]').textContent()).toBe(number)
  }, 120_000)
})

describe('with script', () => {
  const device = { ...PHONE, script: true }

  test('a photo tells where it was made, which is the place when the reporter wants that', async () => {
    const page = await open(device)
    const buffer = Buffer.from(takePhoto({ latitude: [52, 0, 36] }))
    await page.locator('#fotos').setInputFiles({ name: 'lamp.jpg', mimeType: 'image/jpeg', buffer })
    await page.locator('[data-remove-photo]').waitFor()
    await page.locator('#text').fill(LAMP)
    await goOn(page)
    const offer = page.locator('[data-photo-offer]')
    await offer.locator('button').click()
    await page.locator('[data-chosen-place]').waitFor()
    expect(await offer.isVisible()).toBe(false)
    await page.locator('a[href="/"]').first().click()
    await page.locator('[data-remove-photo]').click()
    await page.locator('[data-remove-photo]').waitFor({ state: 'detached' })
    expect(await page.evaluate('sessionStorage.length')).toBe(0)
  })

  test('what is typed is there again after a reload and in a new tab', async () => {
    const page = await open(device)
    await page.locator('#text').fill(LAMP)
    await page.waitForResponse((response) => response.status() === 204)
    await page.reload()
    expect(await page.locator('#text').inputValue()).toBe(LAMP)
    const tab = await page.context().newPage()
    await page.close()
    await tab.goto(base)
    expect(await tab.locator('#text').inputValue()).toBe(LAMP)
  })

  test('questions come and go with the answers', async () => {
    const page = await open(device)
    await page.locator('#text').fill('De glasbak zit vol, er passen geen flessen meer in')
    await goOn(page)
    await page.locator('#onderwerp summary').click()
    await page.locator('#categorie-zoek').fill('glas')
    await page.locator('[role="option"]', { hasText: 'glas' }).first().waitFor()
    await checkPage(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-question="extra_container_ernaast"]').waitFor()
    const follow = page.locator('[data-question="extra_container_soort_afval"]')
    expect(await follow.count()).toBe(0)
    await page.locator('input[name="extra_container_ernaast"][value="ja"]').check()
    await follow.waitFor()
    await page.locator('input[name="extra_container_ernaast"][value="nee"]').check()
    expect(await follow.count()).toBe(0)
  })

  test('a place can be chosen on the map by keyboard, and by the device', async () => {
    const page = await open(device)
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude: 4.3583, latitude: 52.0107 })
    await page.locator('#text').fill('Er ligt een boom over het pad')
    await goOn(page)
    await page.locator('[data-use-device]').click()
    await page.locator('[data-chosen-place]').waitFor()
    await page.locator('[data-show-map]').click()
    await page.locator('.maplibregl-canvas:focus').waitFor()
    await checkPage(page)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.locator('[data-map-frame]').waitFor({ state: 'hidden' })
    expect(await page.locator('[data-chosen-place]').textContent()).toBeTruthy()
  })

  test.each([
    ['extra_lantaarnpaal', LAMP],
    ['extra_container', 'De container voor restafval zit vol'],
  ])('what stands nearby is chosen on the map or in the list (%s)', async (key, text) => {
    const page = await open(device)
    await page.locator('#text').fill(text)
    await goOn(page)
    await chooseAddress(page, { script: true, street: STREET })
    await page.locator('[data-chosen-place]').waitFor()
    const part = page.locator(`[data-assets="${key}"]`)
    await part.locator('[data-show-objects]').click()
    const objects = part.locator('[data-object]')
    await objects.first().waitFor()
    await part.locator('.maplibregl-canvas:focus').waitFor()
    await objects.first().focus()
    await page.keyboard.press('Enter')
    await checkPage(page)
    expect(await part.locator('[data-object][aria-pressed="true"]').count()).toBe(1)
    expect(await part.locator('input:checked').count()).toBe(1)
    const label = (await objects.first().getAttribute('aria-label')) ?? ''
    await part.locator('input:checked').uncheck()
    expect(await part.locator('[data-object][aria-pressed="true"]').count()).toBe(0)
    await objects.first().press('Enter')
    await answerQuestions(page)
    await goOn(page)
    expect(await page.locator('main').textContent()).toContain(label)
  })

  test('the map is fetched only when it is asked for, and nothing comes from elsewhere', async () => {
    const page = await (await contextOf(device)).newPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(base)
    await page.locator('#text').fill(LAMP)
    await goOn(page)
    expect(asked.filter((url) => /maplibre|map-/.test(url))).toEqual([])
    await Promise.all([
      page.waitForResponse((response) => /\/tiles\//.test(response.url())),
      page.locator('[data-show-map]').click(),
    ])
    expect(asked.filter((url) => !url.startsWith(base) && !/^(blob|data):/.test(url))).toEqual([])
  })

  test('everything can be done with the keyboard alone', async () => {
    const page = await open({ ...DESKTOP, script: true })
    await page.keyboard.press('Tab')
    expect(await page.locator('.nl-skip-link:focus').count()).toBe(1)
    await page.keyboard.press('Enter')
    await page.locator('#text').focus()
    await page.keyboard.type(LAMP)
    await page.keyboard.press('Tab')
    expect(await page.locator('#fotos:focus').count()).toBe(1)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/melden/plaats')
    await page.locator('#adres').focus()
    await page.keyboard.type(STREET)
    await page.locator('[role="option"]').first().waitFor()
    await page.keyboard.press('Escape')
    expect(await page.locator('[role="option"]').count()).toBe(0)
    await page.keyboard.press('ArrowDown')
    await page.locator('[role="option"]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('[data-chosen-place]:focus').waitFor()
  })
})

test.each([
  ['light', '/privacy'],
  ['dark', '/toegankelijkheid'],
  ['light', '/bestaat-niet'],
  ['dark', '/kto/nee/onbekend'],
  ['light', '/mijn-meldingen'],
  ['dark', '/mijn-meldingen/overzicht'],
  ['light', '/verify_email/onbekend'],
] as const)('other pages are accessible too (%s %s)', async (colorScheme, path) => {
  const page = await open({ width: 320, height: 640, script: true, colorScheme }, path)
  await checkPage(page)
})

describe('what is open in the municipality', () => {
  beforeAll(async () => {
    // Otherwise the public map is made every half hour.
    if (!server) return
    const done = await runUntilEnd(['task', 'run', 'refresh-public-map', '--data-dir', server.dataDir])
    expect(done, done.output).toMatchObject({ status: 0 })
  })

  test.each([
    ['320 px', { width: 320, height: 640, script: true }],
    ['desktop, dark', { ...DESKTOP, script: true, colorScheme: 'dark' }],
  ] as const)('is told by a list and by a map that says the same (%s)', async (_name, device) => {
    const page = await open(device)
    await page.locator('footer a[href="/meldingenkaart"]').click()
    await page.waitForURL('**/meldingenkaart')
    const count = Number.parseInt((await page.locator('[data-report-count]').textContent()) ?? '', 10)
    expect(count).toBeGreaterThan(20)
    await page.locator('[data-show-public-map]').click()
    const mark = page.locator('.citizen-mark').first()
    await mark.waitFor()
    await checkPage(page)
    await mark.focus()
    expect(await mark.getAttribute('aria-label')).toBeTruthy()
    await page.locator('#onderwerp').selectOption('afval')
    await page.locator('form button[type="submit"]').click()
    await page.waitForURL('**/meldingenkaart?onderwerp=afval*')
    const fewer = Number.parseInt((await page.locator('[data-report-count]').textContent()) ?? '', 10)
    expect(fewer).toBeGreaterThan(0)
    expect(fewer).toBeLessThan(count)
  })

  test('is asked about before a report of the same is sent', async () => {
    const page = await open({ ...PHONE, script: true })
    await page.locator('#text').fill(LAMP)
    await goOn(page)
    await chooseAddress(page, { script: true, street: STREET })
    await page.locator('[data-chosen-place]').waitFor()
    await answerQuestions(page)
    await goOn(page)
    expect(await page.locator('[data-nearby] li').count()).toBeGreaterThan(0)
    await checkPage(page)
    await page.locator('[data-nearby] a').first().click()
    await page.waitForURL('**/volgen/melding/*')
    await page.locator('#email').fill('volger@voorbeeld.example')
    await checkPage(page)
    await page.locator('form[action^="/volgen/"] button').click()
    await page.locator('button[value="clear"]').waitFor()
    await checkPage(page)
  })

  test('is told in figures, and by mail to who asks for it', async () => {
    const page = await open({ ...PHONE, script: true }, '/meldingenkaart/cijfers')
    expect(await page.locator('table').count()).toBe(2)
    await checkPage(page)
    await page.goto(`${base}/volgen/kaart?onderwerp=afval`)
    await checkPage(page)
  })
})

test('a fresh visitor reports a broken street light in at most six taps', async () => {
  const context = await openContext(browser, { ...PHONE, script: true })
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: 4.363, latitude: 52.011 })
  const page = await context.newPage()
  let taps = 0
  const tap = async (selector: string) => {
    taps += 1
    await page.locator(selector).first().tap()
  }
  await page.goto(base)
  await tap('#text')
  await page.keyboard.type('De lantaarnpaal hier doet het niet')
  await tap('[data-next]')
  await page.waitForURL('**/melden/plaats')
  await tap('[data-use-device]')
  await page.locator('[data-chosen-place]').waitFor()
  const required = page.locator(
    '[data-question] [aria-required="true"] label, [data-question] fieldset label',
  )
  if ((await required.count()) > 0) await tap('[data-question] fieldset:has(input[type="radio"]) label')
  await tap('[data-next]')
  await page.waitForURL('**/melden/contact')
  await checkPage(page)
  await tap('[data-skip-contact]')
  await page.waitForURL('**/melden/verzonden/*')
  expect(await page.locator('[data-number]').textContent()).toMatch(/-\d+$/)
  expect(taps).toBeLessThanOrEqual(6)
  await context.close()
})

test('the report can be made in Arabic, from right to left, and what was typed stays', async () => {
  const page = await open({ ...PHONE, script: true })
  await page.locator('#text').fill(LAMP)
  await page.locator('.citizen-languages summary').click()
  await checkPage(page)
  await page.locator('button[value="language:ar"]').click()
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('ar')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(await page.locator('#text').inputValue()).toBe(LAMP)
  await checkPage(page)
  await goOn(page)
  await chooseAddress(page, { script: true, street: STREET })
  await page.locator('[data-chosen-place]').waitFor()
  await checkPage(page)
  await page.goto(`${base}/privacy`)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
})

describe('without connection', () => {
  const device = { ...PHONE, script: true }

  test('the form opens, keeps what is filled in with its photos, and sends it by itself, once', async () => {
    const context = await openContext(browser, device)
    const page = await context.newPage()
    await page.goto(base)
    await page.locator('#text').fill(LAMP)
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)')
    await expect.poll(() => page.evaluate('navigator.serviceWorker.controller !== null')).toBe(true)
    await context.setOffline(true)
    await page.locator('[data-next]').click()
    await page.waitForURL('**/zonder-verbinding')
    await expect.poll(() => page.locator('#text').inputValue()).toBe(LAMP)
    await page.locator('#fotos').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: PNG })
    await page.locator('[data-offline-photos] img').waitFor()
    await checkPage(page)
    await page.locator('button[value="next"]').click()
    await page.locator('[data-offline-problem]:not([hidden])').waitFor()
    await page.close()

    const tab = await context.newPage()
    await tab.goto(base)
    await tab.locator('[data-offline-photos] img').waitFor()
    expect(await tab.locator('#text').inputValue()).toBe(LAMP)
    await tab.locator('#categorie').selectOption({ label: 'Straatverlichting' })
    await tab.locator('#adres').fill(`${STREET} 48`)
    await tab.locator('button[value="next"]').click()
    await tab.getByText('Kijk uw antwoorden nog eens na.').waitFor()
    await tab.locator('[data-question] input[type="radio"]').first().check()
    await tab.locator('button[value="next"]').click()
    await tab.locator('[data-kept-state="waiting"]').waitFor()
    await checkPage(tab)
    expect(await tab.evaluate(CACHED_TEXT)).not.toContain('lantaarnpaal voor')
    const id = await tab.locator('[data-kept-act="now"]').getAttribute('data-kept-id')
    await context.setOffline(false)
    await tab.locator('[data-kept-state="sent"]').waitFor()
    const number = (await tab.locator('[data-kept-state="sent"] strong').textContent()) ?? ''
    expect(number).toMatch(/^[A-Z]+-\d+$/)
    // Whatever the device tries again, from whatever network, is the same report.
    const again = await fetch(`${base}/melden/bewaard/${id}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ fields: { _text: [LAMP], _query: [STREET] } }),
    })
    expect(await again.json()).toEqual({ number })
    await tab.goto(`${base}/melden/verzonden/${number}`)
    expect(await tab.locator('main').textContent()).toContain('Uw foto is meegestuurd')
    await context.close()
  })
})

/** All that the worker keeps, which must be the same for everyone. */
const CACHED_TEXT = `caches.keys()
  .then((names) => Promise.all(names.map((name) => caches.open(name))))
  .then((all) => Promise.all(all.map((cache) => cache.matchAll())))
  .then((found) => Promise.all(found.flat().map((answer) => answer.text())))
  .then((texts) => texts.join())`

/** A phone of years ago on a bad mobile network. */
const SLOW_NETWORK = { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 }
const SLOWER_PROCESSOR = 4

// Other work on the machine may be in the way for once.
test('the first page is small, and of use within two seconds on a slow phone', { retry: 2 }, async () => {
  // A first visit has nothing kept yet.
  const context = await openContext(browser, { ...PHONE, script: true })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', SLOW_NETWORK)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR })
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(base, { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(60_000)
  const [painted, ready] = await page.evaluate<[number, number]>(`[
    performance.getEntriesByName('first-contentful-paint')[0].startTime,
    performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd,
  ]`)
  expect(painted).toBeLessThan(2000)
  expect(ready).toBeLessThan(2000)
  await context.close()
})
