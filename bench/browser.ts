// `npm run bench:browser -- --reports 250000`: how long staff wait at their screen, as Chromium sees it: from the
// press until what was asked for is painted.
import { parseArgs } from 'node:util'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../test/browser/citizen-walk.ts'
import { ADMINISTRATOR, DESKTOP, visit, waitForList } from '../test/browser/employee-walk.ts'
import { alignColumns, describeMachine, writeFigureFile } from './lib/figures.ts'
import { round } from './lib/measure.ts'
import { openTarget } from './lib/open-target.ts'

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '5000' },
    database: { type: 'string', default: 'postgres' },
    times: { type: 'string', default: '20' },
  },
})
const reports = Number(values.reports)
const times = Number(values.times)
const kind = values.database === 'embedded' ? 'embedded' : 'postgres'
const GOAL = 100

interface Step {
  readonly name: string
  /** Gets ready for the turn, then does what is measured; answers how long it took. */
  run(page: Page, turn: number): Promise<number>
}

/** What is waited for after a press, told to the page itself. */
interface Wanted {
  readonly press: { readonly key?: string; readonly click?: string }
  /** There, with these words in it. */
  readonly until: string
  readonly words?: string
}

const ROWS = '.overview__list[aria-busy=false] [data-row]'
const worklist = (place: number) => `.worklists__list li:nth-child(${place}) a`

const STEPS: readonly Step[] = [
  {
    name: 'from the list into a report, by mouse',
    async run(page, turn) {
      await backToList(page)
      const row = page.locator('[data-row]').nth(turn)
      const id = await row.getAttribute('data-row')
      // As long as a hand rests before it presses.
      await row.hover()
      await page.waitForTimeout(200)
      return measure(page, {
        press: { click: `[data-row="${id}"] [data-row-link]` },
        until: '.report__header h1',
        words: String(id),
      })
    },
  },
  {
    name: 'from the list into a report, by key, at once',
    async run(page, turn) {
      await backToList(page)
      const row = page.locator('[data-row]').nth(turn + times)
      const id = await row.getAttribute('data-row')
      return measure(page, {
        press: { click: `[data-row="${id}"] [data-row-link]` },
        until: '.report__header h1',
        words: String(id),
      })
    },
  },
  {
    name: 'to the next report',
    async run(page) {
      const heading = page.locator('.report__header h1')
      if ((await heading.count()) === 0) {
        await page.locator('[data-row-link]').first().click()
        await heading.waitFor()
      }
      await page.waitForTimeout(300)
      const before = (await heading.textContent()) ?? ''
      return measure(page, { press: { key: 'j' }, until: '.report__header h1', words: `not ${before}` })
    },
  },
  {
    name: 'another worklist',
    async run(page, turn) {
      await backToList(page)
      const link = worklist((turn % 4) + 2)
      await page.locator(link).hover()
      await page.waitForTimeout(200)
      return measure(page, { press: { click: link }, until: `${link}[aria-current=page]`, words: 'rows' })
    },
  },
  {
    name: 'a filter more, from the filters',
    async run(page, turn) {
      await backToList(page)
      await page.keyboard.press('f')
      const boxes = page.locator('.filter-drawer .choices-filter input[type=checkbox]')
      await boxes.nth(turn % 8).check({ force: true })
      // As long as it takes to go to the button.
      await page.waitForTimeout(400)
      return measure(page, { press: { click: '.filter-drawer button[type=submit]' }, until: ROWS })
    },
  },
  {
    name: 'the next page of the list',
    async run(page, turn) {
      await page.goto(new URL(`/manage/incidents?page=${turn + 1}`, page.url()).href)
      await waitForList(page)
      const first = await page.locator('[data-row]').first().getAttribute('data-row')
      await page.locator('.pager__link[rel=next]').hover()
      await page.waitForTimeout(200)
      return measure(page, {
        press: { click: '.pager__link[rel=next]' },
        until: ROWS,
        words: `row not ${first}`,
      })
    },
  },
]

async function backToList(page: Page): Promise<void> {
  await page.goto(new URL('/manage/incidents', page.url()).href)
  await waitForList(page)
}

/** Presses within the page and looks at every frame of it, until what is wanted is there and painted. */
function measure(page: Page, wanted: Wanted): Promise<number> {
  return page.evaluate<number>(`(${MEASURE})(${JSON.stringify(wanted)})`)
}

/** Runs in the page, where the types of this process are not those of a browser. */
const MEASURE = `async ({ press, until, words = '' }) => {
  const isThere = () => {
    const found = document.querySelector(until)
    if (!found) return false
    if (words === 'rows') return document.querySelector('.overview__list')?.getAttribute('aria-busy') === 'false'
    if (words.startsWith('row not ')) return found.dataset.row !== words.slice(8)
    const text = found.textContent ?? ''
    return words.startsWith('not ') ? text !== words.slice(4) : text.includes(words)
  }
  const begin = performance.now()
  if (press.click) document.querySelector(press.click).click()
  else document.dispatchEvent(new KeyboardEvent('keydown', { key: press.key, bubbles: true }))
  await new Promise((resolve) => {
    const look = () => (isThere() ? resolve() : requestAnimationFrame(look))
    look()
  })
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  return performance.now() - begin
}`

function summarise(milliseconds: readonly number[]): { p50: number; p95: number } {
  const sorted = [...milliseconds].sort((left, right) => left - right)
  const at = (share: number) =>
    round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p95: at(0.95) }
}

function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`)
}

const target = await openTarget({ kind, reports, progress: say, signsInHere: true })
const browser = await launchBrowser()
try {
  const base = `http://localhost:${target.server.port}`
  const page = await visit({ browser, base, path: '/incidents', who: ADMINISTRATOR, device: DESKTOP })
  await waitForList(page)
  const figures: { name: string; p50: number; p95: number }[] = []
  for (const { name, run } of STEPS) {
    await run(page, 0)
    const measured: number[] = []
    for (let turn = 0; turn < times; turn++) measured.push(await run(page, turn))
    figures.push({ name, ...summarise(measured) })
  }
  const rows = figures.map(({ name, p50, p95 }) => [
    name,
    String(p50),
    String(p95),
    p95 < GOAL ? '' : 'over 100',
  ])
  say(alignColumns(['milliseconds until it is painted', 'p50', 'p95', ''], rows))
  const written = { ...describeMachine(), database: kind, reports, times, goal: GOAL, figures }
  say(`written to ${await writeFigureFile(`browser-${reports}`, written)}`)
} finally {
  await browser.close()
  await target.close()
}
