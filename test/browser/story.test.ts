import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
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

let server: Server
let browser: Browser
let base: string

beforeAll(async () => {
  server = await startServer({ environment: { PUBLIC_RATE_LIMIT: 'off' } })
  base = `http://localhost:${server.port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
  server?.remove()
})

const PHONE: Device = { width: 360, height: 740, script: true }
const DESKTOP: Device = { width: 1280, height: 900, script: true }

/** How someone reports, and where they read their mail. */
const REPORTERS: readonly { name: string; device: Device; email: string }[] = [
  { name: 'a phone', device: PHONE, email: 'lezer.van.mails@inwoner.example' },
  { name: 'a phone without script', device: { ...PHONE, script: false }, email: 'tweede@inwoner.example' },
  { name: 'a desktop', device: DESKTOP, email: 'derde@inwoner.example' },
  {
    name: 'a desktop without script',
    device: { ...DESKTOP, script: false },
    email: 'vierde@inwoner.example',
  },
]

async function openPage(device: Device): Promise<Page> {
  const context = await openContext(browser, device)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

async function check(page: Page, device: Device): Promise<void> {
  if (device.script) return checkPage(page)
  const scripted = await openContext(browser, { ...device, script: true })
  await checkCopy(page, scripted)
  await scripted.close()
}

/** The number that the reporter is told, such as WV-229. */
async function reportLamp(device: Device, email: string): Promise<string> {
  const page = await openPage(device)
  await page.goto(base)
  await page.locator('textarea').fill('De lantaarnpaal voor de school doet het niet, het is er aardedonker.')
  await goOn(page)
  await chooseAddress(page, { street: 'Oude Delft', script: device.script })
  await answerQuestions(page)
  await page.locator('input[type="email"]').fill(email)
  await goOn(page)
  await goOn(page)
  const text = (await page.locator('main').textContent()) ?? ''
  await page.context().close()
  return /WV-\d+/.exec(text)?.[0] ?? ''
}

/** The mail to the reporter with these words in its subject, once it is there. */
async function readMail(email: string, subject: RegExp): Promise<Page> {
  const page = await openPage(DESKTOP)
  await expect
    .poll(
      async () => {
        await page.goto(`${base}/mailbox?adres=${encodeURIComponent(email)}`)
        return page.getByRole('link', { name: subject }).count()
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBeGreaterThan(0)
  await page.getByRole('link', { name: subject }).first().click()
  await page.waitForLoadState()
  return page
}

async function openReport(number: string): Promise<Page> {
  const page = await openPage(DESKTOP)
  await page.goto(`${base}/auth/login?return=/manage/incidents`)
  await page.locator('button[name=email]').first().click()
  await page.waitForURL('**/manage/incidents*')
  await checkPage(page)
  await page.getByRole('searchbox').fill(number.replace('WV-', ''))
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  await checkPage(page)
  return page
}

/** What there is to read about the report, its history too, once this event is in it. */
async function readStory(page: Page, event: string): Promise<string> {
  await page.reload()
  await page.getByRole('heading', { name: 'Geschiedenis' }).waitFor()
  await page.getByText(event).first().waitFor()
  return (await page.locator('main').textContent()) ?? ''
}

async function handle(page: Page): Promise<void> {
  await page.getByText('Aan mij toewijzen').first().click()
  await page.getByText('Melding toewijzing gewijzigd').first().waitFor()
  await page.locator('textarea').first().fill('Monteur gebeld, lamp is vervangen.')
  await page.getByRole('button', { name: 'Notitie toevoegen' }).click()
  await page.getByText('Notitie is opgeslagen').waitFor()
  await page.getByRole('button', { name: 'Status wijzigen' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Afgehandeld' }).check({ force: true })
  await checkPage(page)
  await dialog.locator('#status-text').fill('De lamp doet het weer.')
  await dialog.getByRole('button', { name: 'Opslaan en versturen' }).click()
  await page.getByText('Status gewijzigd naar: Afgehandeld').first().waitFor()
}

/** The address of the first link in the mail whose words match. */
async function linkInMail(mail: Page, path: RegExp): Promise<string> {
  const hrefs = await mail
    .frameLocator('iframe')
    .locator('a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  const found = hrefs.find((href) => path.test(href))
  if (!found) throw new Error(`no link like ${path} in ${hrefs.join(', ')}`)
  return found.replace(/^https?:\/\/[^/]+/, base)
}

describe('from a report to an answer', () => {
  test.each(REPORTERS)(
    'reported on $name, handled, answered, not satisfied, opened again',
    async (reporter) => {
      const { device, email } = reporter
      const number = await reportLamp(device, email)
      expect(number).toMatch(/^WV-\d+$/)
      const received = await readMail(email, new RegExp(number))
      expect(await received.frameLocator('iframe').locator('body').textContent()).toContain(number)
      await received.context().close()

      const report = await openReport(number)
      await handle(report)
      const handled = await readMail(email, /afgehandeld|opgelost|klaar|meer over/i)
      const feedback = await openPage(device)
      await feedback.goto(await linkInMail(handled, /\/kto\/nee\//))
      await handled.context().close()
      await check(feedback, device)
      await giveReason(feedback)
      await check(feedback, device)
      await feedback.reload()
      expect(await feedback.locator('main').textContent()).not.toBe('')
      await feedback.context().close()

      const story = await readStory(report, 'Status gewijzigd naar: Verzoek tot heropenen')
      for (const event of [
        'Verzoek tot heropenen',
        'Afgehandeld',
        'Monteur gebeld',
        'toewijzing',
        'beheerder',
      ]) {
        expect(story).toContain(event)
      }
      await checkPage(report)
      await report.context().close()
    },
    120_000,
  )
})

async function giveReason(page: Page): Promise<void> {
  await page.locator('input[type="checkbox"]').first().check()
  await page.locator('form button[type="submit"]').last().click()
  await page.waitForLoadState()
}
