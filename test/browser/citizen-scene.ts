import type { Page } from 'playwright-core'
import type { World } from './citizen-world.ts'

/** What a page can look like, and how one gets there. */
export interface Scene {
  /** In kebab-case. */
  readonly name: string
  /** Which page it is, as a heading over all that it can look like. */
  readonly page: string
  /** What the picture shows, for who cannot see it. */
  readonly alt: string
  /** There is nothing of it without script. */
  readonly isScripted?: boolean
  readonly reach: (page: Page, world: World) => Promise<void>
}

/** Waits for these words, so that a picture or a look is never of something else. */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

/** The button that sends the form of the page. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name }).filter({ visible: true }).first().click()
  await page.waitForLoadState()
}

/** Pictures of a map need their tiles. */
export async function seeMap(page: Page): Promise<void> {
  await page.locator('.maplibregl-canvas').filter({ visible: true }).first().waitFor()
  await page.waitForLoadState('networkidle')
}
