// Takes the pictures in docs/screens, from a product that is started for it, and writes the page that shows them:
// node tools/screens.ts [WORD]… takes only those whose name has one of the words in it.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import type { Scene } from '../test/browser/citizen-scene.ts'
import { FAULT_SCENES, LATE_SCENES, MAINTENANCE_SCENES } from '../test/browser/citizen-scenes-late.ts'
import { openTown, SCENES, type Town } from '../test/browser/citizen-town.ts'
import { launchBrowser, openContext } from '../test/browser/citizen-walk.ts'
import { EMPLOYEE_SCREENS } from './lib/employee-screens.ts'
import { type Picture, writeIndex } from './lib/screens-index.ts'

const FOLDER = join(import.meta.dirname, '..', 'docs', 'screens')
const DEVICES = {
  phone: { width: 360, height: 740, script: true },
  desktop: { width: 1280, height: 900, script: true },
} as const
/** Longer pages are shown as far as this. */
const TALLEST = 2600
const MOST_BYTES = 40_000

type DeviceName = keyof typeof DEVICES

const words = process.argv.slice(2)
const isWanted = ({ name }: { readonly name: string }) =>
  words.length === 0 || words.some((word) => name.includes(word))

function fileOf(name: string, device: DeviceName): string {
  return `${name}-${device}.webp`
}

/** As good as fits in the space that a picture may take. */
async function save(shot: Buffer, file: string): Promise<void> {
  const { width, height } = await sharp(shot).metadata()
  const cropped = await sharp(shot)
    .extract({ left: 0, top: 0, width, height: Math.min(height, TALLEST) })
    .toBuffer()
  for (const quality of [80, 65, 50, 35, 20]) {
    const bytes = await sharp(cropped).webp({ quality, effort: 6, smartSubsample: true }).toBuffer()
    if (bytes.length > MOST_BYTES && quality > 20) continue
    writeFileSync(join(FOLDER, file), bytes)
    return
  }
}

async function shoot(page: Page, file: string, fullPage = true): Promise<void> {
  await page.waitForTimeout(300)
  await save(await page.screenshot({ fullPage, animations: 'disabled' }), file)
}

const failed: string[] = []

async function takeScenes(browser: Browser, town: Town, scenes: readonly Scene[]): Promise<void> {
  for (const scene of scenes.filter(isWanted)) {
    for (const device of Object.keys(DEVICES) as DeviceName[]) {
      const context = await openContext(browser, DEVICES[device])
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      try {
        await scene.reach(page, town.world)
        await shoot(page, fileOf(`citizen-${scene.name}`, device))
      } catch (error) {
        failed.push(
          `${scene.name} on a ${device}: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
        )
        await page.screenshot({ path: `/tmp/failed-${scene.name}-${device}.png` }).catch(() => undefined)
      } finally {
        await context.close()
      }
    }
  }
}

async function takeEmployee(browser: Browser, base: string, device: DeviceName): Promise<void> {
  const screens = EMPLOYEE_SCREENS.filter((screen) => screen.devices.includes(device) && isWanted(screen))
  if (screens.length === 0) return
  const context = await openContext(browser, DEVICES[device])
  const page = await context.newPage()
  await page.goto(`${base}/auth/login?return=/manage/incidents`)
  await page.locator('button[name=email]').first().click()
  await page.waitForURL('**/manage/incidents*')
  for (const { name, path } of screens) {
    await page.goto(`${base}/manage/${path}`)
    await page.waitForTimeout(2000)
    await shoot(page, fileOf(name, device), false)
  }
  await context.close()
}

function listPictures(): Picture[] {
  const files = new Set(readdirSync(FOLDER))
  const all = [
    ...[...SCENES, ...LATE_SCENES, ...FAULT_SCENES, ...MAINTENANCE_SCENES].map((scene) => ({
      ...scene,
      name: `citizen-${scene.name}`,
    })),
    ...EMPLOYEE_SCREENS,
  ]
  return all.map(({ name, page, alt }) => ({
    page,
    alt,
    files: (Object.keys(DEVICES) as DeviceName[])
      .map((device) => fileOf(name, device))
      .filter((file) => files.has(file)),
  }))
}

mkdirSync(FOLDER, { recursive: true })
const town = await openTown()
const browser = await launchBrowser()
try {
  await takeEmployee(browser, town.world.base, 'desktop')
  await takeEmployee(browser, town.world.base, 'phone')
  await takeScenes(browser, town, SCENES)
  if ([...FAULT_SCENES, ...LATE_SCENES, ...MAINTENANCE_SCENES].some(isWanted))
    await town.visitTroubles((scenes) => takeScenes(browser, town, scenes))
} finally {
  await browser.close()
  await town.close()
}
writeFileSync(join(FOLDER, 'README.md'), writeIndex(listPictures()))
if (failed.length > 0) {
  console.error(failed.join('\n'))
  process.exitCode = 1
}
