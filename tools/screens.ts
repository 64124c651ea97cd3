// Takes the pictures in docs/screens, from a product that is started for it: node tools/screens.ts
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import {
  answerQuestions,
  chooseAddress,
  goOn,
  launchBrowser,
  openContext,
} from '../test/browser/citizen-walk.ts'
import { startServer } from '../test/lib/server.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'screens')
const PHONE = { width: 360, height: 740, script: true }
const DESKTOP = { width: 1280, height: 900, script: true }

async function takeCitizen(
  browser: Browser,
  base: string,
  device: typeof PHONE & { colorScheme?: 'dark' },
  name: string,
) {
  const context = await openContext(browser, device)
  const page = await context.newPage()
  const shoot = (step: string) =>
    page.screenshot({ path: join(FOLDER, `citizen-${step}-${name}.png`), fullPage: true })
  await page.goto(base)
  await page.locator('textarea').fill('De lantaarnpaal voor de school doet het niet. Het is er erg donker.')
  await page.waitForTimeout(500)
  await shoot('describe')
  await goOn(page)
  await chooseAddress(page, { street: 'Oude Delft 48', script: device.script })
  await page.waitForTimeout(500)
  await shoot('place')
  await answerQuestions(page)
  await shoot('contact')
  await goOn(page)
  await shoot('review')
  await goOn(page)
  await shoot('sent')
  await context.close()
}

/** Pages beside the report, and the report for who reads another language or has no connection. */
async function takePages(browser: Browser, base: string): Promise<void> {
  const context = await openContext(browser, PHONE)
  const page = await context.newPage()
  for (const [name, path] of PAGES) {
    await page.goto(base + path)
    await page.waitForTimeout(1000)
    await page.screenshot({ path: join(FOLDER, `citizen-${name}-phone.png`) })
  }
  await context.close()
}

const PAGES = [
  ['offline', '/zonder-verbinding'],
  ['map', '/meldingenkaart'],
  ['figures', '/meldingenkaart/cijfers'],
  ['accessibility', '/toegankelijkheid'],
  // The last: the choice of a language is kept.
  ['arabic', '/taal/ar'],
] as const

const SETTINGS = [
  ['settings', 'instellingen'],
  ['questions', 'instellingen/vragen'],
  ['rules', 'instellingen/regels/nieuw'],
  ['areas', 'instellingen/gebieden'],
  ['theme', 'instellingen/uiterlijk'],
  ['figures', 'signalering'],
] as const

async function takeEmployee(
  browser: Browser,
  base: string,
  device: typeof PHONE & { colorScheme?: 'dark' },
  name: string,
) {
  const context = await openContext(browser, device)
  const page = await context.newPage()
  await signIn(page, base)
  await page.waitForTimeout(1500)
  await page.screenshot({ path: join(FOLDER, `employee-overview-${name}.png`) })
  await page.goto(`${base}/manage/incident/200`)
  await page.waitForTimeout(2000)
  await page.screenshot({ path: join(FOLDER, `employee-report-${name}.png`) })
  for (const [screen, path] of device.width > PHONE.width ? SETTINGS : []) {
    await page.goto(`${base}/manage/${path}`)
    await page.waitForTimeout(1500)
    await page.screenshot({ path: join(FOLDER, `employee-${screen}-${name}.png`) })
  }
  await context.close()
}

async function signIn(page: Page, base: string): Promise<void> {
  await page.goto(`${base}/auth/login?return=/manage/incidents`)
  await page.locator('button[name=email]').first().click()
  await page.waitForURL('**/manage/incidents*')
}

mkdirSync(FOLDER, { recursive: true })
const server = await startServer()
const browser = await launchBrowser()
const base = `http://localhost:${server.port}`
try {
  await takeCitizen(browser, base, PHONE, 'phone')
  await takeCitizen(browser, base, { ...DESKTOP, colorScheme: 'dark' }, 'desktop-dark')
  await takePages(browser, base)
  await takeEmployee(browser, base, DESKTOP, 'desktop')
  await takeEmployee(browser, base, PHONE, 'phone')
} finally {
  await browser.close()
  await server.stop()
  server.remove()
}
