import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Server, startServer } from '../lib/server.ts'
import { launchBrowser } from './citizen-walk.ts'
import { COORDINATOR, findReport, openReport, visit, waitForList, waitForReport } from './employee-walk.ts'

const GUIDE = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'keyboard.md'), 'utf8')

/** What the guide promises: the strokes of a task, without what one types. */
function promisedStrokes(task: string): number {
  const line = GUIDE.split('\n').find((row) => row.startsWith(`| ${task} |`))
  const strokes = Number(/\| (\d+)[^|]*\|$/.exec(line ?? '')?.[1])
  if (Number.isNaN(strokes)) throw new Error(`docs/keyboard.md does not tell of: ${task}`)
  return strokes
}

/** The keyboard alone, counted; what one types in words is not. */
function openKeyboard(page: Page) {
  let strokes = 0
  return {
    strokes: () => strokes,
    async press(key: string) {
      strokes += 1
      await page.keyboard.press(key)
    },
    type: (words: string) => page.keyboard.type(words),
  }
}

type Keyboard = ReturnType<typeof openKeyboard>

describe.runIf(process.env.LONG === '1')('by keyboard alone', () => {
  let server: Server
  let browser: Browser
  let base: string

  beforeAll(async () => {
    server = await startServer()
    base = `http://localhost:${server.port}`
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

  const list = async (page: Page) => {
    await page.goto(`${base}/manage/incidents?status=m&status=b`)
    await waitForList(page)
  }
  const firstOfList = async (page: Page) => {
    await list(page)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await waitForReport(page)
  }
  const report = async (page: Page, query = 'status=m&kind=signal') =>
    openReport(page, await findReport(page, query))
  const history = (page: Page, words: string) =>
    page.locator('.history__action, .history__words', { hasText: words }).first().waitFor()

  interface Task {
    readonly name: string
    begin(page: Page): Promise<unknown>
    run(page: Page, keys: Keyboard): Promise<void>
  }

  const TASKS: readonly Task[] = [
    {
      name: 'open the next report of the list',
      begin: list,
      async run(page, keys) {
        await keys.press('j')
        await keys.press('Enter')
        await waitForReport(page)
      },
    },
    {
      name: 'go to a report by its number',
      begin: list,
      async run(page, keys) {
        await keys.press('Control+k')
        await keys.type('160')
        await keys.press('Enter')
        await page.getByRole('heading', { name: /WV-160/ }).waitFor()
      },
    },
    {
      name: 'in a report: go to the next one',
      begin: firstOfList,
      async run(page, keys) {
        const before = await page.locator('h1').textContent()
        await keys.press('j')
        await expect.poll(() => page.locator('h1').textContent()).not.toBe(before)
      },
    },
    {
      name: 'take a report upon oneself',
      begin: (page) => report(page, 'status=m&assigned_user_email=null'),
      async run(page, keys) {
        await keys.press('a')
        await history(page, 'Melding toewijzing gewijzigd')
      },
    },
    {
      name: 'make it urgent, or normal again',
      begin: (page) => report(page, 'status=m&priority=normal'),
      async run(page, keys) {
        await keys.press('h')
        await history(page, 'Urgentie gewijzigd naar: Hoog')
      },
    },
    {
      name: 'write a note',
      begin: (page) => report(page),
      async run(page, keys) {
        await keys.press('m')
        await keys.type('Gebeld met de melder.')
        await keys.press('Control+Enter')
        await history(page, 'Gebeld met de melder.')
      },
    },
    {
      name: 'change the status with a message',
      begin: (page) => report(page, 'status=m&contact_details=email&kind=signal'),
      async run(page, keys) {
        await keys.press('s')
        const dialog = page.getByRole('dialog', { name: 'Status wijzigen' })
        await dialog.waitFor()
        const wanted = dialog.getByRole('radio', { name: 'Afgehandeld' })
        for (let most = 12; most > 0 && !(await wanted.isChecked()); most--) await keys.press('ArrowUp')
        const field = dialog.getByRole('textbox', { name: 'Bericht aan de melder' })
        for (let most = 6; most > 0 && !(await isFocused(field)); most--) await keys.press('Tab')
        await keys.type('Het is opgeruimd.')
        await keys.press('Control+Enter')
        await history(page, 'Status gewijzigd naar: Afgehandeld')
      },
    },
    {
      name: 'change the category',
      begin: (page) => report(page, 'status=m&maincategory_slug=afval'),
      async run(page, keys) {
        await keys.press('c')
        await keys.type('lantaarn')
        await keys.press('Enter')
        await keys.press('Control+Enter')
        await history(page, 'Categorie gewijzigd')
      },
    },
    {
      name: 'bundle it with another report',
      begin: (page) => report(page, 'status=m&kind=signal'),
      async run(page, keys) {
        const other = await findReport(page, 'status=b&kind=signal')
        await keys.press('b')
        await keys.type(String(other))
        await keys.press('Enter')
        await history(page, String(other))
      },
    },
    {
      name: 'back to the same row of the list',
      begin: firstOfList,
      async run(page, keys) {
        await keys.press('u')
        await waitForList(page)
        await expect.poll(() => page.locator('[data-row]:focus-within').count()).toBe(1)
      },
    },
  ]

  const isFocused = (field: Locator) => field.evaluate((element) => element.matches(':focus'))

  test.each(TASKS)('$name', async ({ name, begin, run }) => {
    const page = await visit({ browser, base, path: '/incidents', who: COORDINATOR })
    await waitForList(page)
    await begin(page)
    const keys = openKeyboard(page)
    await run(page, keys)
    expect(keys.strokes()).toBe(promisedStrokes(name))
  })
})
