import type { Browser, Page } from 'playwright-core'
import { type Device, openContext } from './citizen-walk.ts'

export const DESKTOP: Device = { width: 1280, height: 900, script: true }
export const PHONE: Device = { width: 360, height: 740, script: true }
/** The narrowest that everything must fit on. */
export const NARROWEST: Device = { width: 320, height: 640, script: true }

/** People of the demonstration, as the sign-in page shows them. */
export const ADMINISTRATOR = /Noor Veldkamp/
export const COORDINATOR = /Coen Hartog/
export const VIEWER = /Kees Overwater/

export interface Visit {
  readonly browser: Browser
  readonly base: string
  readonly device?: Device
}

export async function openApp({ browser, device = DESKTOP }: Visit): Promise<Page> {
  const context = await openContext(browser, device)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return page
}

/** Signs in by the page of the development provider, and comes back to where one wanted to be. */
export async function signIn(page: Page, who: RegExp): Promise<void> {
  const person = page.getByRole('button', { name: who })
  // On a busy machine a click may fall between two states of the page.
  for (let turn = 0; turn < 3 && !(await person.isVisible()); turn++) {
    await page.getByRole('link', { name: 'Inloggen', exact: true }).click()
    await person.waitFor({ timeout: 5_000 }).catch(() => undefined)
  }
  await person.click()
  await page.waitForURL('**/manage/**')
}

/** Signed in, at a page of the app. */
export async function visit(to: Visit & { readonly path: string; readonly who: RegExp }): Promise<Page> {
  const page = await openApp(to)
  await page.goto(`${to.base}/auth/login?return=${encodeURIComponent(`/manage${to.path}`)}`)
  await page.getByRole('button', { name: to.who }).click()
  await page.waitForURL('**/manage/**')
  return page
}

/** The list, once it is there. */
export async function waitForList(page: Page): Promise<void> {
  await page.locator('[data-row]').first().waitFor()
}

export async function waitForReport(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Geschiedenis' }).waitFor()
}

/** As another tab of the same person would: around the screen that is open. */
export async function changeBehindTheScreen(page: Page, id: number, change: object): Promise<number> {
  const session = await page.request.get(new URL('/auth/session', page.url()).href)
  const { csrf_token: token } = (await session.json()) as { csrf_token: string }
  const answer = await page.request.patch(new URL(`/signals/v1/private/signals/${id}`, page.url()).href, {
    data: change,
    headers: { 'x-csrf-token': token },
  })
  return answer.status()
}

interface ListedSignal {
  readonly id: number
  readonly has_attachments: boolean
  readonly category: { readonly sub_slug: string }
}

/** A report of the demonstration that fits, as the demonstration may change. */
export async function findReport(
  page: Page,
  query: string,
  fits: (signal: ListedSignal) => boolean = () => true,
): Promise<number> {
  const answer = await page.request.get(
    new URL(`/signals/v1/private/signals/?page_size=200&${query}`, page.url()).href,
  )
  const { results } = (await answer.json()) as { results: ListedSignal[] }
  const found = results.find(fits)
  if (!found) throw new Error(`the demonstration has no report like ${query}`)
  return found.id
}

export async function openReport(page: Page, id: number): Promise<void> {
  await page.goto(new URL(`/manage/incident/${id}`, page.url()).href)
  await waitForReport(page)
}

/** The row that has the focus, or the element where there is none. */
export function focusedRow(page: Page): Promise<string | null> {
  return page.locator(':focus').evaluate((element) => {
    const row = element.closest('[data-row]')
    return row ? row.getAttribute('data-row') : element.tagName
  })
}

/** Opens a report whose data take their time, and presses a key before they are there. */
export async function openReportAndPress(page: Page, id: number, key: string): Promise<void> {
  const held = Promise.withResolvers<void>()
  await page.route(`**/signals/v1/private/signals/${id}`, async (route) => {
    await held.promise
    await route.continue()
  })
  await page.goto(new URL(`/manage/incident/${id}`, page.url()).href)
  await page.locator('.report-waiting').waitFor()
  await page.keyboard.press(key)
  held.resolve()
}
