import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { checkPage, launchBrowser } from './citizen-walk.ts'
import { ADMINISTRATOR, NARROWEST, PHONE, VIEWER, visit } from './employee-walk.ts'

const PATH = '/instellingen/voorstellen'
/** Learning takes half a minute on a machine that does nothing else. */
const PATIENCE = 200_000

let server: Server
let browser: Browser
let base: string

beforeAll(async () => {
  server = await startServer()
  base = process.env.EMPLOYEE_URL ?? `http://localhost:${server.port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

describe('suggestions', () => {
  test.each([NARROWEST, PHONE])('are reported on, on any screen', async (device) => {
    const page = await visit({ browser, base, path: PATH, who: ADMINISTRATOR, device })
    await page
      .getByRole('button', { name: /^(Nu|Opnieuw) meten$/ })
      .and(page.locator(':enabled'))
      .click()
    await page.getByText('Het overzicht wordt gemaakt').waitFor()
    await page.getByText(/^Gemeten op .*\((zojuist|.* geleden)\)/).waitFor({ timeout: PATIENCE })
    await page.getByRole('heading', { name: 'Wat een andere drempel doet' }).waitFor()
    await page.getByRole('heading', { name: 'Regels voor gevaar' }).waitFor()
    await checkPage(page)
  })

  test('are learnt, used and put back with one click', async () => {
    const page = await visit({ browser, base, path: PATH, who: ADMINISTRATOR })
    await page.getByText('In gebruik: het model van Signalen.').waitFor()
    await page.getByRole('button', { name: 'Nu leren van onze meldingen' }).click()
    await page.getByText(/Het leren begint zo|Er wordt nu geleerd/).waitFor()
    await page
      .getByRole('table')
      .first()
      .getByRole('rowheader', { name: '1', exact: true })
      .waitFor({ timeout: PATIENCE })
    await checkPage(page)
    await page.getByRole('button', { name: 'Versie 1 gebruiken' }).click()
    await page.getByText('In gebruik: uw eigen model, versie 1.').waitFor()
    await checkPage(page)
    await page.getByRole('button', { name: 'Terug naar het model van Signalen' }).click()
    await page.getByText('In gebruik: het model van Signalen.').waitFor()
  }, 240_000)

  test('follow a threshold that is changed', async () => {
    const page = await visit({ browser, base, path: PATH, who: ADMINISTRATOR })
    await page.getByRole('textbox', { name: 'Drempel' }).fill('veel')
    const form = page.locator('form').first()
    await form.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText('Vul een getal in van 0 tot 1, zoals 0,41.').waitFor()
    await checkPage(page)
    await page.getByRole('textbox', { name: 'Drempel' }).fill('0,55')
    await form.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByRole('rowheader', { name: '0,55 (nu)' }).waitFor()
  })
})

describe('rules of danger', () => {
  test('are added, changed and taken away', async () => {
    const page = await visit({ browser, base, path: PATH, who: ADMINISTRATOR })
    await page.getByRole('button', { name: 'Regel toevoegen' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await dialog.getByText('Vul dit in.').waitFor()
    await checkPage(page)
    await dialog.getByLabel('Naam', { exact: true }).fill('Boze zwanen')
    await dialog.getByLabel('Woorden, op elke regel één').fill('boze zwa*')
    await dialog.getByRole('button', { name: 'Opslaan' }).click()
    await page.getByText(/^Gewijzigd op .* door /).waitFor()
    const told = await page.request.post(`${base}/signals/v1/public/urgency`, {
      data: { text: 'Twee boze zwanen op het fietspad' },
    })
    expect(await told.json()).toMatchObject({
      matches: [{ rule: { id: 'boze-zwanen' }, found: 'boze zwanen' }],
    })
    await page.getByRole('button', { name: 'Boze zwanen wijzigen' }).click()
    await dialog.getByRole('button', { name: 'Verwijderen' }).click()
    await expect.poll(() => page.getByRole('button', { name: 'Boze zwanen wijzigen' }).count()).toBe(0)
  })

  test('are not shown to who may not see them', async () => {
    const page = await visit({ browser, base, path: PATH, who: VIEWER })
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('heading', { name: 'Regels voor gevaar' }).count()).toBe(0)
    expect(await page.getByRole('heading', { name: 'Model' }).count()).toBe(0)
  })
})
